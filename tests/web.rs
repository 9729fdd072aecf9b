//! What is better tested inside a page than through it: the browser's knowledge of languages, focus, the shared sheet, and
//! the handle that the entry script holds. Run by `cargo xtask test --only web`.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Uint8Array};
use supranet::Handle;
use supranet::browser::{dom::Root, intl::IntlLocale, sheet};
use supranet_core::locale::{Locale, Plural};
use supranet_core::model::PartialDate;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlElement, HtmlInputElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

const SMALL: &[u8] = include_bytes!("data/small.json");
const PACK: &[u8] = include_bytes!("../src/i18n/en.json");

/// Hands a file over as the entry does.
fn load(handle: &mut Handle, file: &[u8]) -> JsValue {
    handle.load(Array::of1(&Uint8Array::from(file)), &Function::default())
}

/// The one way to fail: a test without what it needs is a failed test.
trait Needed<T> {
    fn needed(self) -> T;
}

impl<T> Needed<T> for Option<T> {
    fn needed(self) -> T {
        let Some(value) = self else { wasm_bindgen::throw_str("what the test needs is not there") };
        value
    }
}

impl<T, E> Needed<T> for Result<T, E> {
    fn needed(self) -> T {
        self.ok().needed()
    }
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).needed()
}

fn element(tag: &str) -> HtmlElement {
    document().create_element(tag).needed().unchecked_into()
}

/// An element with a shadow root and a base in it, on the page until it is dropped.
struct Place {
    host: HtmlElement,
    shadow: ShadowRoot,
    base: HtmlElement,
}

impl Place {
    fn new() -> Self {
        let (host, base) = (element("div"), element("div"));
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).needed();
        shadow.append_child(&base).needed();
        document().body().needed().append_child(&host).needed();
        Self { host, shadow, base }
    }

    /// A handle on it, with data.
    fn loaded(&self) -> Handle {
        let mut handle = Handle::new(self.host.clone(), self.base.clone(), "en".into(), PACK, Function::default());
        assert!(load(&mut handle, SMALL).is_object());
        handle
    }

    fn count(&self, css: &str) -> u32 {
        self.base.query_selector_all(css).needed().length()
    }

    fn text(&self, css: &str) -> String {
        self.base.query_selector(css).needed().needed().text_content().unwrap_or_default()
    }

    fn focused(&self) -> Option<String> {
        self.shadow.active_element().map(|element| element.id())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// Lets effects run, and whatever waits for the next task.
async fn drawn() {
    TimeoutFuture::new(10).await;
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).needed()
}

#[wasm_bindgen_test]
fn countries_are_named_in_the_language_and_by_their_code_where_nobody_knows_them() {
    let (english, swedish) = (IntlLocale::new("en"), IntlLocale::new("sv"));
    assert_eq!(english.language(), "en");
    assert_eq!(english.country("SE"), "Sweden");
    assert_eq!(swedish.country("SE"), "Sverige");
    assert_eq!(english.country("QX"), "QX");
}

#[wasm_bindgen_test]
fn dates_are_as_precise_as_they_are_stated() {
    let (english, swedish) = (IntlLocale::new("en"), IntlLocale::new("sv"));
    for (stated, shown) in [("2022-04-28", "April 28, 2022"), ("2023-10", "October 2023"), ("2019", "2019")] {
        assert_eq!(english.date(date(stated)), shown);
    }
    assert_eq!(swedish.date(date("2022-04-28")), "28 april 2022");
    // The last day of a month and a year below 100 are where clocks and old interfaces slip.
    assert_eq!(english.date(date("2024-12-31")), "December 31, 2024");
    assert_eq!(english.date(date("0099-01")), "January 99");
}

#[wasm_bindgen_test]
fn texts_are_ranked_as_the_language_does() {
    let texts = ["Zürich", "Ängelholm", "apple", "Apple", "Zürich"];
    let english = IntlLocale::new("en").ranks(&texts);
    assert!(english[1] < english[2] && english[2] < english[3] && english[3] < english[0], "{english:?}");
    assert_eq!(english[0], english[4], "equal texts have equal places");
    let swedish = IntlLocale::new("sv").ranks(&texts);
    assert!(swedish[1] > swedish[0], "Ä comes last: {swedish:?}");
    assert!(IntlLocale::new("en").ranks(&[]).is_empty());
}

#[wasm_bindgen_test]
fn counts_take_the_form_and_the_digits_of_the_language() {
    let (english, polish) = (IntlLocale::new("en"), IntlLocale::new("pl"));
    assert_eq!([0, 1, 2].map(|count| english.plural(count)), [Plural::Other, Plural::One, Plural::Other]);
    assert_eq!([1, 3, 5].map(|count| polish.plural(count)), [Plural::One, Plural::Few, Plural::Many]);
    assert_eq!(IntlLocale::new("ar").plural(2), Plural::Two);
    assert_eq!(english.number(1_991_250), "1,991,250");
    assert_eq!(IntlLocale::new("de").number(1_991_250), "1.991.250");
    assert_eq!(english.number(i64::MAX), i64::MAX.to_string(), "no digit is made up");
}

#[wasm_bindgen_test]
async fn focus_goes_to_what_has_the_id_and_else_stays() {
    let place = Place::new();
    for id in ["one", "two"] {
        let target = element("p");
        target.set_id(id);
        target.set_tab_index(-1);
        place.base.append_child(&target).needed();
    }
    let root = Root::around(&place.base).needed();
    root.focus("two");
    drawn().await;
    assert_eq!(place.focused().as_deref(), Some("two"));
    root.focus("three");
    drawn().await;
    assert_eq!(place.focused().as_deref(), Some("two"), "an id that is not there changes nothing");
    assert!(Root::around(&place.host).is_none(), "on the page itself there is no shadow root");
}

#[wasm_bindgen_test]
fn the_sheet_is_made_once_and_shared() {
    let (one, other) = (Place::new(), Place::new());
    for place in [&one, &other, &one] {
        sheet::adopt(&place.shadow);
    }
    let (first, second) = (one.shadow.adopted_style_sheets(), other.shadow.adopted_style_sheets());
    assert_eq!((first.length(), second.length()), (1, 1));
    assert!(js_sys::Object::is(&first.get(0), &second.get(0)), "each root has a sheet of its own");
}

#[wasm_bindgen_test]
async fn a_handle_shows_data_and_takes_attributes_before_and_after() {
    let place = Place::new();
    let mut handle = Handle::new(place.host.clone(), place.base.clone(), "en".into(), PACK, Function::default());
    handle.set_attribute("country", Some("SE".into()));
    handle.set_attribute("heading-level", Some("3".into()));
    assert_eq!(place.count("*"), 0, "nothing is drawn before there is data");
    assert!(load(&mut handle, SMALL).is_object());
    drawn().await;
    assert_eq!(place.text("#status"), "3 of 9 initiatives");
    assert_eq!(place.count("h3[part=heading]"), 1);
    handle.set_attribute("country", None);
    drawn().await;
    assert_eq!(place.text("#status"), "9 initiatives");
    handle.set_attribute("q", Some("england".into()));
    drawn().await;
    assert_eq!(place.text("#status"), "1 of 9 initiatives");
    handle.set_attribute("heading-level", Some("1".into()));
    drawn().await;
    assert_eq!((place.count("h1[part=heading]"), place.count("h2#card-england")), (1, 1));
    assert_eq!(place.text("#status"), "1 of 9 initiatives", "drawn anew, it asks the same");
}

#[wasm_bindgen_test]
async fn a_handle_refuses_bad_bytes_with_a_code_and_takes_good_ones_later() {
    let place = Place::new();
    let mut handle = Handle::new(place.host.clone(), place.base.clone(), "en".into(), PACK, Function::default());
    let table: [(&[u8], &str); 5] = [
        (b"<!doctype html>", "SN204 "),
        (b"", "SN204 "),
        (b"{}", "SN205 "),
        (br#"{"version": 2, "initiatives": []}"#, "SN205 "),
        (br#"{"version": 1, "initiatives": []}"#, "SN207 "),
    ];
    for (bytes, code) in table {
        let refused = load(&mut handle, bytes).as_string().unwrap_or_default();
        assert!(refused.starts_with(code) && refused.len() > code.len(), "{refused:?} is not {code}");
        assert_eq!(place.count("*"), 0);
    }
    assert!(load(&mut handle, SMALL).is_object());
    drawn().await;
    assert_eq!(place.count("[part=card]"), 9);
    // Data is replaced whole, and bad data replaces nothing.
    assert!(load(&mut handle, b"[]").is_string());
    drawn().await;
    assert_eq!(place.count("[part=card]"), 9);
    assert_eq!(place.count("[part=heading]"), 1);
}

#[wasm_bindgen_test]
async fn a_dropped_handle_leaves_nothing_and_a_late_event_is_harmless() {
    let (gone, stays) = (Place::new(), Place::new());
    let (handle, _other) = (gone.loaded(), stays.loaded());
    drawn().await;
    let choice: HtmlInputElement = gone.base.query_selector("input[type=checkbox]").needed().needed().unchecked_into();
    let search: HtmlInputElement = gone.base.query_selector("#search").needed().needed().unchecked_into();
    let partner: HtmlElement = gone.base.query_selector("[part=agreement] button").needed().needed().unchecked_into();
    // What was asked for on the way out comes after the end.
    partner.click();
    choice.click();
    drop(handle);
    assert_eq!(gone.count("*"), 0, "the base is empty at once");
    choice.click();
    partner.click();
    search.set_value("france");
    search.dispatch_event(&web_sys::Event::new("input").needed()).needed();
    drawn().await;
    assert_eq!(gone.count("*"), 0);
    assert_eq!(stays.text("#status"), "9 initiatives", "the other one is untouched");
    let again = gone.loaded();
    drawn().await;
    assert_eq!(gone.text("#status"), "9 initiatives");
    drop(again);
}
