//! The widget as a component of another Leptos app.
//!
//! Knows nothing of where data comes from: the app hands over bytes.

use super::{Shown, mount, prepare, read, take_prefix};
use crate::browser::events::Loaded;
use crate::browser::shadow::Shadow;
use crate::i18n::{Language, Strings};
use crate::store::{Settings, Store};
use leptos::html;
use leptos::prelude::*;
use std::slice::from_ref;

/// Why data is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// One of the codes SN204 (not JSON), SN205 (no dataset), SN207 (no usable record).
    pub code: String,
    /// A line for the administrator, in English: line and column, or a path.
    pub message: String,
}

/// What stands in the shadow root.
struct Place {
    shadow: Shadow,
    shown: Option<Shown>,
    /// Which data came last, of all that came.
    change: Option<usize>,
    /// The last data that was not refused, and how it was drawn; with other settings what a visitor asked is forgotten.
    accepted: Option<Vec<u8>>,
    language: Language,
    settings: Settings,
}

/// Cards of initiatives and their agreements, with filters, in a shadow root of its own on a `div`.
///
/// Without data the children are shown. Data that is refused changes nothing: the data before it stays, and follows the
/// language and the settings. New data, or another language, keeps what the visitor asked and opened, and the focus; other
/// settings start anew. What a visitor does is told by the events of `<supra-network>`, which bubble from the `div`.
#[component]
pub fn SupraNetwork(
    /// A dataset, as the bytes of its JSON, once there is one.
    #[prop(into)]
    data: Signal<Option<Vec<u8>>>,
    /// In which language.
    #[prop(into, default = Language::ENGLISH.into())]
    language: Signal<Language>,
    /// What is asked at first, locked, hidden, and how it is shown.
    #[prop(into, optional)]
    settings: Signal<Settings>,
    /// Data is shown: told once for each data.
    #[prop(into, optional)]
    on_load: Option<Callback<Loaded>>,
    /// Data is refused: told once for each data.
    #[prop(into, optional)]
    on_error: Option<Callback<Refused>>,
    /// What is shown until there is data.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let host = NodeRef::<html::Div>::new();
    let place = StoredValue::new_local(None::<Place>);
    // Another number each time that there is other data, which may be the same bytes again.
    let changes = Memo::new(move |before: Option<&usize>| {
        data.track();
        before.map_or(0, |before| before + 1)
    });
    Effect::new(move || {
        let Some(host) = host.get() else { return };
        let (change, language, settings) = (changes.get(), language.get(), settings.get());
        let answer = untrack(|| {
            place.try_update_value(|place| {
                if place.is_none() {
                    *place = Shadow::open(&host).map(Place::new);
                }
                place
                    .as_mut()
                    .and_then(|place| data.with(|data| place.follow(change, data.as_ref(), language, settings)))
            })
        });
        match answer.flatten() {
            Some(Ok(loaded)) => tell(on_load, loaded),
            Some(Err(refused)) => tell(on_error, refused),
            None => {}
        }
    });
    html::div().node_ref(host).child(children.map(|children| children()))
}

fn tell<T: 'static>(callback: Option<Callback<T>>, what: T) {
    if let Some(callback) = callback {
        untrack(|| callback.run(what));
    }
}

impl Place {
    fn new(shadow: Shadow) -> Self {
        let (language, settings) = (Language::ENGLISH, Settings::default());
        Self { shadow, shown: None, change: None, accepted: None, language, settings }
    }

    /// Shows what there is to show now; says how that went with data that is new.
    fn follow(
        &mut self,
        change: usize,
        data: Option<&Vec<u8>>,
        language: Language,
        mut settings: Settings,
    ) -> Option<Result<Loaded, Refused>> {
        let is_new = self.change.replace(change) != Some(change);
        let Some(bytes) = data else {
            (self.shown, self.accepted) = (None, None);
            let strings = Strings::from_pack(language.pack);
            self.shadow.set(language.tag, strings.get("direction"), true);
            return None;
        };
        // What writes files is loaded by the entry script.
        settings.hidden.push("export");
        let mut refused = None;
        if is_new {
            match self.draw(bytes, language, &settings) {
                Ok(loaded) => {
                    self.accepted = Some(bytes.clone());
                    return Some(Ok(loaded));
                }
                Err(why) => refused = Some(Err(Refused::new(&why))),
            }
        }
        if (self.language, &self.settings) != (language, &settings)
            && let Some(accepted) = self.accepted.take()
        {
            // Cannot be refused: it was drawn before.
            self.draw(&accepted, language, &settings).ok();
            self.accepted = Some(accepted);
        }
        refused
    }

    /// Draws data in the place of what was drawn; says why not where it cannot be drawn, and then nothing has changed.
    fn draw(&mut self, bytes: &Vec<u8>, language: Language, settings: &Settings) -> Result<Loaded, String> {
        let strings = Strings::from_pack(language.pack);
        let direction = strings.get("direction").to_owned();
        let (loaded, data) = prepare(read(from_ref(bytes), &mut |_, _| ())?, strings, language.tag)?;
        let Some(root) = self.shadow.root() else { return Err("SN402 not in a shadow root".into()) };
        if let Some(shown) = &self.shown {
            shown.store.keep_focus();
        }
        let before = self.shown.take().filter(|_| self.settings == *settings);
        let state = before.as_ref().and_then(|before| before.store.answer("state", None, &mut String::new()));
        drop(before);
        let store = Store::new(data, root, self.shadow.page(), settings.clone());
        (self.language, self.settings) = (language, settings.clone());
        take_prefix(self.shadow.host(), &store);
        store.follow_address();
        self.shadow.set(language.tag, &direction, false);
        self.shown = Some(mount(self.shadow.base(), store.clone()));
        if state.is_some() {
            // It is as the store wrote it: nothing in it is unread.
            drop(store.answer("state", state.as_deref(), &mut String::new()));
        }
        store.follow_card();
        Ok(loaded)
    }
}

impl Refused {
    /// As the reader says it: a code, a space, and a line.
    fn new(refused: &str) -> Self {
        let (code, message) = refused.split_once(' ').unwrap_or((refused, ""));
        Self { code: code.into(), message: message.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_of_the_package_is_there_for_apps_by_its_tag() -> std::io::Result<()> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n/");
        let mut packs = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let tag = path.file_stem().map(|tag| tag.to_string_lossy().into_owned());
                packs.push((tag.unwrap_or_default(), std::fs::read(&path)?));
            }
        }
        packs.sort();
        let all = [Language::DANISH, Language::GERMAN, Language::ENGLISH, Language::FRENCH, Language::SWEDISH];
        assert_eq!(all.map(|own| (own.tag.to_owned(), own.pack.to_vec())), *packs);
        Ok(())
    }
}
