//! From what a file says to what it means: [`raw::Dataset`] in, [`Network`] and issues out.
//!
//! Never fails, and knows nothing of facets, filters or languages of the interface. A record without
//! what it needs is left out; any other bad value is left out alone and its record stays.

mod codes;
#[cfg(feature = "described")]
pub use codes::countries;
pub use codes::is_address;
mod fields;
mod keep;
mod links;
mod path;
mod read;
mod records;

use crate::error::{Issue, IssueCode};
use crate::join::concat;
use crate::model::{Network, Party, Relations};
use crate::raw::{self, List, Node};
use crate::shape;
use fields::Fields;
use keep::Table;
use path::Path;
use read::Member;

/// Reads a file as far as it can be understood.
#[must_use]
pub fn network(raw: raw::Dataset<'_>) -> (Network, Vec<Issue>) {
    // Asked for at once: of 59 MB, reading took 2,800 ms in WebAssembly without this and 1,300 with it, as memory then
    // grows in one step (docs/bench/engine.md says how that is measured). What is read of them takes 131 MiB.
    let mut room: Vec<u8> = Vec::new();
    room.try_reserve_exact(raw.size() / 2 * 5).ok();
    drop(std::hint::black_box(room));
    let mut check =
        Check { raw: &raw, issues: Vec::new(), ids: Default::default(), ends: Vec::new(), open: Vec::new() };
    // Ids come first, as any record may refer to any other; ends need those of their parties.
    let [areas, places, sources, initiatives, organisations, agreements] =
        [List::Areas, List::Places, List::Sources, List::Initiatives, List::Organisations, List::Agreements]
            .map(|list| check.keep(list));

    let mut network = Network::default();
    if let Some(mut fields) = check.record(&mut raw.members.iter().cloned(), shape::DATASET, None) {
        records::dataset(&mut fields, &mut network);
    }
    // A list that grows by doubling stands in memory twice.
    network.organisations.reserve_exact(organisations.len());
    network.initiatives.reserve_exact(initiatives.len());
    network.agreements.reserve_exact(agreements.len());
    let Network { areas: to_areas, places: to_places, sources: to_sources, .. } = &mut network;
    check.each(List::Areas, &areas, &mut |fields, _| to_areas.push(records::area(fields)));
    check.each(List::Places, &places, &mut |fields, _| to_places.push(records::place(fields)));
    check.each(List::Sources, &sources, &mut |fields, _| to_sources.push(records::source(fields)));
    let Network { initiatives: to_initiatives, organisations: to_organisations, .. } = &mut network;
    check.each(List::Organisations, &organisations, &mut |fields, _| {
        to_organisations.push(records::organisation(fields));
    });
    check.each(List::Initiatives, &initiatives, &mut |fields, _| to_initiatives.push(records::initiative(fields)));
    let ends = std::mem::take(&mut check.ends);
    check.each(List::Agreements, &agreements, &mut |fields, position| {
        if let Some(Some(ends)) = ends.get(position) {
            network.agreements.push(records::agreement(fields, *ends));
        }
    });

    check.known_places(&network, &initiatives);
    links::break_circles(&mut network, &mut check.issues);
    check.shown_on_no_card(&network, &agreements);
    (network, check.issues)
}

/// The state of one reading: what was found wrong so far, and which ids there are.
struct Check<'a> {
    raw: &'a raw::Dataset<'a>,
    issues: Vec<Issue>,
    ids: [Table; List::ALL.len()],
    /// The ends of each agreement of the file, where there are two.
    ends: Vec<Option<[Party; 2]>>,
    /// The members of the objects and lists that are being read, the innermost last.
    open: Vec<Member<'a>>,
}

impl<'a> Check<'a> {
    fn note(&mut self, path: &Path<'_>, code: IssueCode, detail: &str) {
        self.issues.push(Issue { path: path.text(), code, detail: detail.into() });
    }

    /// Reads the records at these positions of a list.
    fn each(&mut self, list: List, positions: &[usize], take: &mut dyn FnMut(&mut Fields, usize)) {
        let path = Path::key(None, list.key());
        let shape = match list {
            List::Areas => shape::AREA,
            List::Places => shape::PLACE,
            List::Organisations => shape::ORGANISATION,
            List::Initiatives => shape::INITIATIVE,
            List::Agreements => shape::AGREEMENT,
            List::Sources => shape::SOURCE,
        };
        for position in positions {
            if let Node::Object(inside) = self.raw.record(list, *position)
                && let Some(mut fields) = self.record(&mut inside.members(), shape, Some(&path.index(*position)))
            {
                take(&mut fields, *position);
            }
        }
    }

    /// Says which places of initiatives the file does not describe; they are shown by their code.
    fn known_places(&mut self, network: &Network, positions: &[usize]) {
        let list = Path::key(None, List::Initiatives.key());
        for (initiative, position) in network.initiatives.iter().zip(positions) {
            if let Some(code) = &initiative.place
                && self.ids[List::Places as usize].find(code).is_none()
            {
                let detail = concat(&["place \"", code, "\""]);
                self.note(&Path::key(Some(&list.index(*position)), "place"), IssueCode::UnknownReference, &detail);
            }
        }
    }

    fn shown_on_no_card(&mut self, network: &Network, positions: &[usize]) {
        let list = Path::key(None, List::Agreements.key());
        for at in Relations::on_no_card(network) {
            self.note(&list.index(positions[at]), IssueCode::ShownOnNoCard, "");
        }
    }
}
