//! The rules of finding, each quoted from docs/finding.md beside what shows it.

use crate::{SMALL, check};

/// How finding works, for those who rely on it.
const RULES: &str = include_str!("../../../../docs/finding.md");

const ALL: &str = "dngc plan zpm gms britain england alone inner-body body";

/// Chains, papers of states, years and places that [`SMALL`] has not.
const WORLD: &str = include_str!("../../../../tests/data/world.json");

const WORLD_ALL: &str = "f f2 a b e part body";

#[test]
fn each_rule_of_finding_holds() {
    for (rule, dataset, filter, expect) in ROWS {
        println!("{rule}");
        check(dataset, filter, expect);
    }
}

/// The rule, the dataset, what is asked, and what is found.
const ROWS: &[(&str, &str, &str, &str)] = &[
    ("A **card** is an initiative.", WORLD, "", WORLD_ALL),
    ("an initiative end, its own", WORLD, "agreement=mou", "a e | matching=ae,ae2"),
    (
        "an organisation end, the initiatives that name it in `host` or `leadBodies`",
        WORLD,
        "agreement=cooperation",
        "f f2 a | matching=af",
    ),
    (
        "a `state` end, every initiative of that country with scope `national`",
        WORLD,
        "agreement=declaration",
        "f a | matching=states",
    ),
    (
        "There it meets facets and counts like any other",
        WORLD,
        "area=solid-tumours",
        "f a e | partner:SE=1 partner:FR=1 agreement:declaration=2",
    ),
    ("`links`, `recent` and totals leave state papers out", WORLD, "sort=links", "a e b f f2 body part"),
    ("`links`, `recent` and totals leave state papers out", WORLD, "sort=recent", "e a f f2 body b part"),
    (
        "`country` (its own or its place's; a multilateral body matches its `memberCountries` and its participants' countries)",
        WORLD,
        "country=SE",
        "a b part body",
    ),
    ("its own or its place's", WORLD, "country=GB", "e part body"),
    ("a multilateral body matches its `memberCountries`", WORLD, "country=DK", "part body"),
    ("`scope`, `status`, `membership` (memberOf)", WORLD, "scope=regional", "f2 b | scope:national=3 status:ended=1"),
    ("`scope`, `status`, `membership` (memberOf)", WORLD, "status=active,ended", "f a b"),
    ("`membership` (memberOf)", WORLD, "membership=body", "a b e part body | membership:part=4"),
    (
        "`initiative` (ids: these and those that have an agreement with them)",
        WORLD,
        "initiative=b",
        "a b | initiative:a=6 initiative:e=2 initiative:part=1",
    ),
    (
        "`partner` (country of the other end), `agreement` (its kind), `from`/`to` (year signed, else announced)",
        WORLD,
        "partner=SE",
        "f f2 a b e body",
    ),
    ("`agreement` (its kind)", WORLD, "agreement=letter-of-intent", "a b | matching=ab,ab2"),
    ("`from`/`to` (year signed, else announced)", WORLD, "from=2020&to=2022", "f f2 a e | matching=ae,af"),
    (
        "while no agreement facet is set, a card matches by its own areas or by those of any of its agreements",
        WORLD,
        "area=rare,cancer",
        "f a e | matching=ae,states",
    ),
    (
        "while one is set, that same agreement must have the area too",
        WORLD,
        "area=cancer&agreement=mou,cooperation",
        "a e | matching=ae",
    ),
    ("while one is set, that same agreement must have the area too", WORLD, "area=rare&agreement=mou", ""),
    (
        "the partner's country is that of the other end, its place included (`partner=GB-ENG` is a value)",
        WORLD,
        "partner=GB-ENG",
        "a | matching=ae,ae2 partner:GB=1 partner:SE=6",
    ),
    ("a multilateral other end has none", WORLD, "partner=SE,FR,GB&agreement=other", "body | matching=au"),
    ("A body's participants bring their countries and places", WORLD, "country=GB-ENG", "e part body"),
    (
        "an initiative that names a body in `memberOf` is its participant, and the other way round",
        WORLD,
        "country=SE&scope=multilateral",
        "part body",
    ),
    ("and the other way round", WORLD, "membership=body&country=GB", "e part body"),
    (
        "a participant that is itself a body brings its own participants (cycles stop)",
        WORLD,
        "membership=body&country=SE&scope=regional",
        "b",
    ),
    (
        "`membership` of a body finds the members of the bodies whose `parent` it is",
        WORLD,
        "membership=part&scope=regional",
        "b | membership:body=1",
    ),
    (
        "An organisation without a country has none; nothing is inherited from its parent",
        WORLD,
        "country=NO",
        "part body",
    ),
    ("An organisation without a country has none", SMALL, "country=NO", "inner-body body"),
    ("Inside a facet: OR.", SMALL, "country=SE,DE-BW,GB-ENG", "zpm gms england inner-body body"),
    ("Between facets: AND.", SMALL, "country=SE&area=cancer", "gms body"),
    ("The agreement facets must be met by **one and the same** agreement.", WORLD, "partner=FR&agreement=mou", ""),
    ("must be met by **one and the same** agreement", WORLD, "partner=GB&from=2022", "a | matching=ae2"),
    (
        "is in `results.agreements`) when it meets `area` and every agreement facet that is set",
        WORLD,
        "area=cancer",
        "f a e | matching=ae,states",
    ),
    ("with none set, all of a shown card's do", WORLD, "country=GB&scope=national", "e | matching=ae,ae2"),
    ("`cancer` finds `solid-tumours`", SMALL, "area=cancer", "zpm gms body"),
    ("`GB` finds `GB-ENG`", SMALL, "country=GB", "britain england"),
    ("`GB` finds `GB-ENG`", SMALL, "country=GB-ENG", "england"),
    (
        "The state holds exactly what was chosen and is never rewritten.",
        SMALL,
        "area=sarcoma,solid-tumours,blood-cancer,infection,nothing&country=uk",
        " | chosen:area=sarcoma,solid-tumours,blood-cancer,infection,nothing chosen:country=GB",
    ),
    (
        "A parent is *checked* only when it is itself in the state, *mixed* when only descendants are.",
        SMALL,
        "area=blood-cancer,solid-tumours",
        "zpm gms body | sign:area:cancer=~ sign:area:sarcoma=+ sign:area:infection=-",
    ),
    (
        "Choosing a parent stores it alone, in place of its descendants, which then show as checked",
        SMALL,
        "area=sarcoma,infection&click=area:cancer",
        "plan zpm gms body | chosen:area=infection,cancer sign:area:sarcoma=+ sign:area:cancer=+",
    ),
    (
        "unchoosing one of them stores the others in the parent's place",
        SMALL,
        "area=cancer&click=area:blood-cancer",
        "zpm gms | chosen:area=solid-tumours sign:area:cancer=~",
    ),
    (
        "Each **count** is the number of cards of the filter with that facet replaced by that one value.",
        SMALL,
        "country=SE&area=cancer",
        "gms body | country:SE=2 country:DE=2 country:GB=0 area:rare-diseases=1",
    ),
    (
        "the number of cards of the filter with that facet replaced by that one value",
        WORLD,
        "agreement=mou&area=rare",
        " | agreement:cooperation=0 area:cancer=2 area:rare=0 partner:GB=0 country:SE=0",
    ),
    ("There is no other rule.", SMALL, "country=DK", "dngc inner-body body | country:SE=3 country:DK=3 country:GB=2"),
    (
        "There is no other rule.",
        SMALL,
        "",
        "dngc plan zpm gms britain england alone inner-body body | country:SE=3 country:GB=2 country:GB-ENG=1 area:cancer=3 area:sarcoma=0",
    ),
    (
        "An undated agreement does not meet `from`/`to`, and the result line says how many that leaves out.",
        WORLD,
        "from=2000",
        "f f2 a e body | undated=1",
    ),
    ("An undated agreement does not meet `from`/`to`", WORLD, "from=2000&partner=SE", "f f2 e body | undated=1"),
    ("`from` > `to` is read the other way round.", WORLD, "from=2022&to=2020", "f f2 a e | matching=ae,af"),
    ("A renewal is a record of its own for facets", WORLD, "from=2023&to=2023", "a e | matching=ae2"),
    (
        "wherever agreements are counted or drawn for people, a chain counts once",
        WORLD,
        "sort=links&scope=regional,national",
        "a e b f f2",
    ),
    ("words are split at anything not letter, mark or digit", WORLD, "q=work/with;genomes", "a"),
    (
        "runs of Han, kana, Thai match as substrings",
        r#"{"version": 1, "initiatives": [{"id": "t", "name": {"ja": "東京大学"}}, {"id": "u", "name": {"en": "Tokyo"}}]}"#,
        "q=京大",
        "t",
    ),
    (
        "Case and diacritics folded; both ä→a and ä→ae are indexed (ö, ü, å→aa, ø→oe, ß→ss alike).",
        WORLD,
        "q=SKANE",
        "a",
    ),
    ("both ä→a and ä→ae are indexed (ö, ü, å→aa", WORLD, "q=skaane aasa oest", "a"),
    ("both ä→a and ä→ae are indexed", WORLD, "q=kraefta", ""),
    (
        "Every word must be found somewhere on the card, each as the prefix of a token.",
        SMALL,
        "q=genom swe",
        "dngc gms plan zpm",
    ),
    ("each as the prefix of a token", SMALL, "q=enomic", ""),
    ("Typos only for a word that begins no token of the whole dataset", WORLD, "q=genme", "b a"),
    ("Typos only for a word that begins no token of the whole dataset", WORLD, "q=alfa", "a f f2 b e body"),
    (
        "of ≥ 5 letters one edit, of ≥ 9 two (optimal string alignment: a swap is one edit)",
        WORLD,
        "q=standadrs",
        "a e | matching=ae,ae2,af,ab,ab2,au,states",
    ),
    ("of ≥ 5 letters one edit", WORLD, "q=gnme", ""),
    ("against the best prefix of a token with the same first letter", WORLD, "q=ztandards", ""),
    ("names in all languages, abbreviations, alternative names, summaries", WORLD, "q=aa", "a f f2 b e body"),
    ("alternative names", WORLD, "q=old", "b a"),
    ("country, place and area names in the shown language and English", WORLD, "q=england", "e"),
    ("area names in the shown language and English", WORLD, "q=solid", "f a e"),
    ("partners, signatories, topics", WORLD, "q=agency", "a"),
    ("partners, signatories, topics", WORLD, "q=asa", "a e"),
    ("partners, signatories, topics", WORLD, "q=delade", "a e"),
    (
        "`name`, `country` (by shown name, multilateral last), `links` (most agreements first), `recent` (latest first, by the first day of what is stated; undated last), `relevance`",
        WORLD,
        "sort=name",
        "e a b part f f2 body",
    ),
    ("`country` (by shown name, multilateral last)", WORLD, "sort=country&q=a", "f f2 a b e body"),
    ("by the first day of what is stated; undated last", WORLD, "sort=recent", "e a f f2 body b part"),
    (
        "Default `country`, and `relevance` while `q` is not empty unless the visitor chose a sort.",
        WORLD,
        "q=genome&sort=name",
        "a b",
    ),
    ("`relevance` while `q` is not empty unless the visitor chose a sort", WORLD, "q=genome", "b a"),
    (
        "per word the best of name/abbreviation 3, other names, country, area 2, rest 1, halved for a prefix and again for a typo",
        WORLD,
        "q=old genome",
        "b a",
    ),
    ("halved for a prefix and again for a typo; summed; ties as `country`", WORLD, "q=alph", "a f f2 b e body"),
    (
        "All ties by name, then id.",
        r#"{"version": 1, "initiatives": [{"id": "z", "name": {"en": "Same"}}, {"id": "y", "name": {"en": "Same"}}, {"id": "x", "name": {"en": "Other"}}]}"#,
        "",
        "x y z",
    ),
    ("Order and counts are deterministic.", SMALL, "", ALL),
];

/// The sentences of the page, without its introduction.
fn sentences() -> Vec<String> {
    let text: String =
        RULES.split("\n- ").skip(1).collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sentences = Vec::new();
    let mut rest = text.as_str();
    while let Some(end) = rest.find(". ") {
        sentences.push(rest[..=end].to_owned());
        rest = &rest[end + 2..];
    }
    sentences.push(rest.to_owned());
    sentences
}

#[test]
fn each_sentence_has_a_row_and_each_row_quotes_a_sentence() {
    let sentences = sentences();
    assert!(sentences.len() > 30, "{sentences:#?}");
    let bare: Vec<&String> =
        sentences.iter().filter(|sentence| !ROWS.iter().any(|(rule, ..)| sentence.contains(rule))).collect();
    assert!(bare.is_empty(), "no row shows {bare:#?}");
    for (rule, ..) in ROWS {
        assert!(sentences.iter().any(|sentence| sentence.contains(rule)), "no sentence says {rule:?}");
    }
}
