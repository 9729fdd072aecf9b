//! The widget in an app. docs/embedding/leptos.md shows what follows; a test holds the two equal.

use leptos::prelude::*;
use supranet::{Facet, Filter, Language, Loaded, Refused, Settings, SupraNetwork};

/// The list, with the initiatives of one country to begin with, if any.
#[component]
pub fn Partners(
    data: RwSignal<Option<Vec<u8>>>,
    language: RwSignal<Language>,
    country: RwSignal<Option<&'static str>>,
) -> impl IntoView {
    let settings = Signal::derive(move || {
        let mut presets = Filter::default();
        presets.set(Facet::Country, country.get());
        Settings { presets, ..Settings::default() }
    });
    let told = RwSignal::new(String::new());
    let on_load = move |loaded: Loaded| told.set(format!("{} initiatives", loaded.initiatives));
    let on_error = |Refused { code, message }: Refused| leptos::logging::warn!("{code}: {message}");
    view! {
        <p id="told">{told}</p>
        <SupraNetwork data language settings on_load on_error>
            <p id="until">"Genomic Medicine Sweden"</p>
        </SupraNetwork>
    }
}
