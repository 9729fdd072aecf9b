//! From what a file says to what it means: [`raw::Dataset`] in, [`Network`] and issues out.
//!
//! Never fails, and knows nothing of facets, filters or languages of the interface. A record without
//! what it needs is left out; any other bad value is left out alone and its record stays.

mod links;
mod records;
mod values;

use crate::error::{Issue, IssueCode};
use crate::model::{InitiativeIdx, Network, OrganisationIdx, Party, Relations};
use crate::order::{boundary, ordered};
use crate::raw::{self, List, Path, Text};
use std::borrow::Cow;

/// Reads a file as far as it can be understood.
#[must_use]
pub fn network(raw: raw::Dataset<'_>) -> (Network, Vec<Issue>) {
    let raw::Dataset {
        version: _,
        id,
        title,
        updated,
        license,
        default_language,
        contact,
        publisher,
        areas,
        places,
        organisations,
        initiatives,
        agreements,
        sources,
        issues,
    } = raw;
    let mut check = Check { issues, ids: Ids::default() };

    let areas = check.keep("areas", areas, |area| &area.id);
    let sources = check.keep("sources", sources, |source| &source.id);
    let initiatives = check.keep_named("initiatives", initiatives, |one| &one.id, |one| one.name.is_empty());
    let organisations = check.keep_named("organisations", organisations, |one| &one.id, |one| one.name.is_empty());
    check.ids.areas = table(&areas, |area| &area.id);
    check.ids.sources = table(&sources, |source| &source.id);
    check.ids.initiatives = table(&initiatives, |one| &one.id);
    let organisations = check.without_ids_of_initiatives(organisations);
    check.ids.organisations = table(&organisations, |one| &one.id);
    let agreements = check.keep("agreements", agreements, |agreement| &agreement.id);
    let agreements = check.with_two_ends(agreements);
    check.ids.agreements = table(&agreements, |(_, agreement)| &agreement.id);

    let mut network = Network {
        id: id.map(Cow::into_owned),
        title: values::texts(title),
        updated: check.date(updated, &Path::root("updated")),
        license: license.map(Cow::into_owned),
        default_language: default_language.map_or_else(|| "en".into(), Cow::into_owned),
        contact: check.address(contact, &Path::root("contact")),
        places: check.places(places),
        ..Network::default()
    };
    network.publisher = check.party(publisher, &Path::root("publisher"));
    network.areas = convert("areas", areas, |raw, path| check.area(raw, path));
    network.sources = convert("sources", sources, |raw, path| check.source(raw, path));
    network.organisations = convert("organisations", organisations, |raw, path| check.organisation(raw, path));
    network.initiatives = {
        let places = &network.places;
        convert("initiatives", initiatives, |raw, path| check.initiative(raw, path, places))
    };
    let positions: Vec<usize> = agreements.iter().map(|(at, _)| *at).collect();
    network.agreements = convert("agreements", agreements, |(ends, raw), path| check.agreement(ends, raw, path));

    links::break_circles(&mut network, &mut check.issues);
    check.shown_on_no_card(&network, &positions);
    (network, check.issues)
}

/// A record with its position in the file, so that paths hold after others were left out.
type Kept<T> = Vec<(usize, T)>;

fn convert<R, M>(list: &str, kept: Kept<R>, mut each: impl FnMut(R, &Path<'_>) -> M) -> Vec<M> {
    let list = Path::root(list);
    kept.into_iter().map(|(position, raw)| each(raw, &list.index(position))).collect()
}

/// Ids with the positions that their records will have, in order of ids for a search.
#[derive(Default)]
struct Table<'a>(Vec<(Cow<'a, str>, u32)>);

impl Table<'_> {
    fn find(&self, id: &str) -> Option<u32> {
        let found = boundary(self.0.len(), &|at| &*self.0[at].0 < id);
        self.0.get(found).filter(|(own, _)| own == id).map(|(_, position)| *position)
    }
}

fn table<'a, T>(kept: &Kept<T>, id: impl Fn(&T) -> &Text<'a>) -> Table<'a> {
    let id_at = |at: usize| id(&kept[at].1).clone().unwrap_or_default();
    let order = ordered(kept.len(), &|a, b| id_at(a).cmp(&id_at(b)));
    Table(order.into_iter().map(|at| (id_at(at), at as u32)).collect())
}

#[derive(Default)]
struct Ids<'a> {
    areas: Table<'a>,
    sources: Table<'a>,
    initiatives: Table<'a>,
    organisations: Table<'a>,
    agreements: Table<'a>,
}

/// The state of one reading: what was found wrong so far, and which ids there are.
struct Check<'a> {
    issues: Vec<Issue>,
    ids: Ids<'a>,
}

impl<'a> Check<'a> {
    fn note(&mut self, path: &Path<'_>, code: IssueCode, detail: impl Into<String>) {
        self.issues.push(Issue { path: path.text(), code, detail: detail.into() });
    }

    /// The records that have an id, the first of each id.
    fn keep<T>(&mut self, name: &str, list: List<T>, id: impl Fn(&T) -> &Text<'a>) -> Kept<T> {
        let list_path = Path::root(name);
        let mut ids: Vec<(Cow<'a, str>, usize)> = Vec::with_capacity(list.len());
        for (position, record) in list.iter().enumerate() {
            let Some(record) = record else { continue };
            let path = list_path.index(position);
            match id(record) {
                Some(id) => ids.push((id.clone(), position)),
                None => self.note(&path.key("id"), IssueCode::Missing, "id"),
            }
        }
        let mut first = vec![false; list.len()];
        let mut before: Option<&str> = None;
        // Ordered by id, and equal ones by position: the first of each id comes first.
        for at in ordered(ids.len(), &|a, b| ids[a].0.cmp(&ids[b].0)) {
            let (id, position) = &ids[at];
            let path = list_path.index(*position);
            if before == Some(id) {
                self.note(&path.key("id"), IssueCode::RepeatedId, &**id);
                continue;
            }
            before = Some(id);
            first[*position] = true;
            if !values::is_kebab(id) {
                self.note(&path.key("id"), IssueCode::BadId, &**id);
            }
        }
        let kept = list.into_iter().enumerate().filter(|(position, _)| first[*position]);
        kept.filter_map(|(position, record)| Some((position, record?))).collect()
    }

    /// The same, of those that have a name in at least one language.
    fn keep_named<T>(
        &mut self,
        name: &str,
        list: List<T>,
        id: impl Fn(&T) -> &Text<'a>,
        nameless: impl Fn(&T) -> bool,
    ) -> Kept<T> {
        let mut kept = self.keep(name, list, id);
        kept.retain(|(position, record)| {
            let nameless = nameless(record);
            if nameless {
                let list = Path::root(name);
                self.note(&list.index(*position).key("name"), IssueCode::Missing, "a name in one language");
            }
            !nameless
        });
        kept
    }

    /// Ends name initiatives and organisations alike, so that their ids must differ too.
    fn without_ids_of_initiatives(
        &mut self,
        mut organisations: Kept<raw::Organisation<'a>>,
    ) -> Kept<raw::Organisation<'a>> {
        organisations.retain(|(position, organisation)| {
            let id = organisation.id.as_deref().unwrap_or_default();
            let taken = self.ids.initiatives.find(id).is_some();
            if taken {
                let list = Path::root("organisations");
                self.note(&list.index(*position).key("id"), IssueCode::RepeatedId, id);
            }
            !taken
        });
        organisations
    }

    /// The agreements that have two resolvable, different ends.
    fn with_two_ends(&mut self, agreements: Kept<raw::Agreement<'a>>) -> Kept<([Party; 2], raw::Agreement<'a>)> {
        let list = Path::root("agreements");
        let mut kept = Vec::with_capacity(agreements.len());
        for (position, mut agreement) in agreements {
            let path = list.index(position);
            if let Some(ends) = self.ends(std::mem::take(&mut agreement.ends), &path.key("ends")) {
                kept.push((position, (ends, agreement)));
            }
        }
        kept
    }

    fn ends(&mut self, ends: List<Cow<'a, str>>, path: &Path<'_>) -> Option<[Party; 2]> {
        let stated = ends.len();
        let parties = self.parties(ends, path);
        match parties[..] {
            [first, second] if stated == 2 && first != second => Some([first, second]),
            [first, second] if stated == 2 && first == second => {
                self.note(path, IssueCode::SameEnds, "");
                None
            }
            _ => {
                self.note(path, IssueCode::Missing, "two ends that exist");
                None
            }
        }
    }

    fn find_party(&self, id: &str) -> Option<Party> {
        let initiative = self.ids.initiatives.find(id).map(|at| Party::Initiative(InitiativeIdx(at)));
        let organisation = || self.ids.organisations.find(id).map(|at| Party::Organisation(OrganisationIdx(at)));
        initiative.or_else(organisation)
    }

    fn shown_on_no_card(&mut self, network: &Network, positions: &[usize]) {
        let relations = Relations::new(network);
        let list = Path::root("agreements");
        for (agreement, position) in network.agreements.iter().zip(positions) {
            if relations.cards_of(network, agreement).is_empty() {
                self.note(&list.index(*position), IssueCode::ShownOnNoCard, "");
            }
        }
    }
}
