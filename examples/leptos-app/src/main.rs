//! An app of an institution that shows the shared dataset below a heading of its own.
//!
//! It knows nothing of the widget; that is `partners`.

mod partners;

use gloo_net::http::Request;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos::task::spawn_local;
use partners::Partners;
use supranet::Language;

fn main() {
    mount_to_body(App);
}

/// What a server answers, whatever it is: what is no dataset is refused with a code.
async fn fetch(address: &str) -> Option<Vec<u8>> {
    Request::get(address).send().await.ok()?.binary().await.ok()
}

/// The whole app.
#[component]
fn App() -> impl IntoView {
    let is_shown = RwSignal::new(true);
    let data = RwSignal::new(None);
    let language = RwSignal::new(Language::ENGLISH);
    let country = RwSignal::new(None);
    let load = move |address| spawn_local(async move { data.set(fetch(address).await) });
    view! {
        <section>
            <h1>"International cooperation"</h1>
            <button on:click=move |_| load("dataset.json")>"Load"</button>
            <button on:click=move |_| load("index.html")>"Load something else"</button>
            <button on:click=move |_| language.set(Language::ENGLISH)>"English"</button>
            <button on:click=move |_| language.set(Language::SWEDISH)>"Svenska"</button>
            <button on:click=move |_| country.set(Some("SE"))>"Sweden first"</button>
            <button on:click=move |_| is_shown.update(|is_shown| *is_shown = !*is_shown)>"Show or hide"</button>
            <Show when=move || is_shown.get()>
                <Partners data language country/>
            </Show>
        </section>
    }
}
