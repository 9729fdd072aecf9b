//! From what files say to what it means: [`raw::Dataset`]s in, [`Network`] and issues out.
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
mod merge;
mod part;
pub use part::{Part, part};
mod path;
mod read;
mod records;

use crate::error::{Issue, IssueCode};
use crate::join::concat;
use crate::model::{Network, Party, Relations};
use crate::raw::{self, List, Node};
use crate::shape;
use fields::Fields;
use keep::{AllKept, Kept, Place, Table};
use path::Path;
use read::Member;

/// Reads a file as far as it can be understood.
#[must_use]
pub fn network(file: raw::Dataset<'_>) -> (Network, Vec<Issue>) {
    networks(&[file])
}

/// Reads several files as one: records are merged by their ids, and may refer across files. What is single (title, date,
/// licence) comes from the first file.
#[must_use]
pub fn networks(files: &[raw::Dataset<'_>]) -> (Network, Vec<Issue>) {
    // Asked for at once: of 59 MB, reading took 2,800 ms in WebAssembly without this and 1,300 with it, as memory then
    // grows in one step (docs/bench/engine.md says how that is measured). What is read of them takes 131 MiB.
    let mut bytes = 0;
    for file in files {
        bytes += file.size();
    }
    let mut room: Vec<u8> = Vec::new();
    room.try_reserve_exact(bytes / 2 * 5).ok();
    drop(std::hint::black_box(room));
    let mut check = Check::new(files);
    let kept = check.keep_all();

    let mut network = Network::default();
    let publishers = check.tops(&mut network);
    // A list that grows by doubling stands in memory twice.
    network.organisations.reserve_exact(kept.of(List::Organisations).firsts.len());
    network.initiatives.reserve_exact(kept.of(List::Initiatives).firsts.len());
    network.agreements.reserve_exact(kept.of(List::Agreements).firsts.len());
    let Network { areas, places, organisations, initiatives, agreements, sources, .. } = &mut network;
    check.each(List::Areas, &kept, &mut |fields, _| areas.push(records::area(fields)));
    check.each(List::Places, &kept, &mut |fields, _| places.push(records::place(fields)));
    check.each(List::Sources, &kept, &mut |fields, _| sources.push(records::source(fields)));
    check.each(List::Organisations, &kept, &mut |fields, _| organisations.push(records::organisation(fields)));
    check.each(List::Initiatives, &kept, &mut |fields, _| initiatives.push(records::initiative(fields)));
    let ends = std::mem::take(&mut check.ends);
    check.each(List::Agreements, &kept, &mut |fields, number| {
        agreements.push(records::agreement(fields, ends[number]));
    });

    check.known_places(&network, &kept);
    check.break_circles(&mut network, &kept);
    check.shown_on_no_card(&network, &kept);
    if files.len() > 1 {
        merge::confirm(&mut network, kept.of(List::Agreements), &publishers);
        let file = |number: usize| kept.of(List::Agreements).firsts[number].file;
        for (later, earlier) in merge::duplicates(&network) {
            if file(later) == file(earlier) {
                // One file alone is for its editor to compare: `supranet check` does.
                continue;
            }
            check.note_of(&kept, List::Agreements, later, "", IssueCode::MaybeDuplicate, "");
        }
    }
    (network, check.issues)
}

/// The state of one reading: what was found wrong so far, and which ids there are.
struct Check<'a> {
    files: &'a [raw::Dataset<'a>],
    /// The file that is being read, by its position.
    file: usize,
    issues: Vec<Issue>,
    ids: [Table; List::ALL.len()],
    /// The ends of each agreement that stands, by its number.
    ends: Vec<[Party; 2]>,
    /// The members of the objects and lists that are being read, the innermost last.
    open: Vec<Member<'a>>,
    /// Where the items of lists of the record being merged stand now.
    moved: Vec<(&'static str, Vec<usize>)>,
}

impl<'a> Check<'a> {
    fn new(files: &'a [raw::Dataset<'a>]) -> Self {
        let (issues, ids, ends) = (Vec::new(), Default::default(), Vec::new());
        Self { files, file: 0, issues, ids, ends, open: Vec::new(), moved: Vec::new() }
    }

    fn note(&mut self, path: &Path<'_>, code: IssueCode, detail: &str) {
        self.issues.push(Issue { file: self.file, path: path.text(), code, detail: detail.into() });
    }

    /// Notes something of a record by its number: of a field, or of all of it.
    fn note_of(&mut self, kept: &AllKept, list: List, number: usize, field: &str, code: IssueCode, detail: &str) {
        let Place { file, position, .. } = kept.of(list).firsts[number];
        self.file = file as usize;
        let path = Path::key(None, list.key());
        let path = path.index(position as usize);
        let of_field = Path::key(Some(&path), field);
        self.note(if field.is_empty() { &path } else { &of_field }, code, detail);
    }

    /// Which records stand. Ids come first, as any record may refer to any other; ends need those of their parties.
    fn keep_all(&mut self) -> AllKept {
        let mut all = AllKept::default();
        for list in [List::Areas, List::Places, List::Sources, List::Initiatives, List::Organisations, List::Agreements]
        {
            all.0[list as usize] = self.keep(list);
        }
        all
    }

    /// Reads the single fields of each file; those of the first count. Who publishes each.
    fn tops(&mut self, network: &mut Network) -> Vec<Option<Party>> {
        let mut publishers = Vec::with_capacity(self.files.len());
        for (at, file) in self.files.iter().enumerate() {
            self.file = at;
            let mut top = Network::default();
            if let Some(mut fields) = self.record(&mut file.members.iter().cloned(), shape::DATASET, None) {
                records::dataset(&mut fields, &mut top);
            }
            for list in List::ALL {
                let is_other = |(key, node): &&Member<'_>| key == list.key() && !matches!(node, Node::Array(_));
                if file.members.iter().find(is_other).is_some() {
                    self.note(&Path::key(None, list.key()), IssueCode::WrongType, "a list");
                }
            }
            publishers.push(top.publisher);
            if at == 0 {
                *network = top;
            }
        }
        publishers
    }

    /// Reads the records of a list that stand, one after the other.
    fn each(&mut self, list: List, kept: &AllKept, take: &mut dyn FnMut(&mut Fields, usize)) {
        for number in 0..kept.of(list).firsts.len() {
            if let Some(mut fields) = self.whole(list, kept.of(list), number) {
                take(&mut fields, number);
            }
        }
    }

    /// A record by its number, merged of all files that have it.
    fn whole(&mut self, list: List, kept: &Kept, number: usize) -> Option<Fields> {
        let path = Path::key(None, list.key());
        let mut whole: Option<Fields> = None;
        let mut next = Some(kept.firsts[number]);
        while let Some(place) = next {
            self.file = place.file as usize;
            let position = place.position as usize;
            let path = path.index(position);
            if let Node::Object(inside) = self.files[self.file].record(list, position)
                && let Some(fields) = self.record(&mut inside.members(), shape::of(list), Some(&path))
            {
                match &mut whole {
                    Some(whole) => {
                        self.moved.clear();
                        self.merge_records(whole, fields, &path);
                    }
                    None => whole = Some(fields),
                }
            }
            next = kept.after(place);
        }
        whole
    }

    /// Says which places no file describes; they are shown by their code.
    fn known_places(&mut self, network: &Network, kept: &AllKept) {
        for (number, initiative) in network.initiatives.iter().enumerate() {
            self.known_place(kept, List::Initiatives, number, initiative.place.as_ref());
        }
        for (number, organisation) in network.organisations.iter().enumerate() {
            self.known_place(kept, List::Organisations, number, organisation.place.as_ref());
        }
    }

    fn known_place(&mut self, kept: &AllKept, list: List, number: usize, place: Option<&String>) {
        if let Some(code) = place
            && self.ids[List::Places as usize].find(code).is_none()
        {
            let detail = concat(&["place \"", code, "\""]);
            self.note_of(kept, list, number, "place", IssueCode::UnknownReference, &detail);
        }
    }

    fn shown_on_no_card(&mut self, network: &Network, kept: &AllKept) {
        for at in Relations::on_no_card(network) {
            self.note_of(kept, List::Agreements, at, "", IssueCode::ShownOnNoCard, "");
        }
    }
}
