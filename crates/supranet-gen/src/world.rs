//! Countries, places and disease areas: the parts of a dataset that do not grow with it.
//!
//! Knows nothing of records that refer to them.

/// ISO 3166-1 alpha-2, those first that have most initiatives.
pub const COUNTRIES: &str = "USGBDEFRSEDKCNJPCAAUNLESITFINOCHBEATIEKRSGILINBRPTPLCZGREEHUTRZASAAEQATHMYTWMXARCLCOEGNGKE\
LVLTSISKHRROBGISLUMTCYRSUARUNZHKVNIDPHPKBDLKIRIQJOLBKWOMBHMATNDZGHETTZUGRWSNCMCIZMZWMZAOBWNAMWMGMUBFMLNEBJTGGNSLLRGMCVSCSD\
LYYESOERDJKMSZLSCGCDGACFTDBISTGQKZUZKGTJTMMNNPBTMVMMKHLABNTLPGFJSBVUWSTOPEECBOPYUYVECRPACUDOHTJMTTBBBSBZGTHNSVNIGYSRLCVCGD\
DMAGKNALBAMEMKMDBYGEAMAZMCADSMLIVAAFSYKP";

/// ISO 3166-2, the name, and where it is in hundredths of a degree.
pub const PLACES: [(&str, &str, [i32; 2]); 44] = [
    ("SE-AB", "Stockholm", [5933, 1807]),
    ("SE-C", "Uppsala", [5986, 1764]),
    ("SE-M", "Skåne", [5599, 1360]),
    ("SE-O", "Västra Götaland", [5771, 1197]),
    ("SE-AC", "Västerbotten", [6383, 2026]),
    ("DK-84", "Hovedstaden", [5568, 1257]),
    ("DK-82", "Midtjylland", [5616, 1021]),
    ("DE-BW", "Baden-Württemberg", [4878, 918]),
    ("DE-BY", "Bayern", [4814, 1158]),
    ("DE-BE", "Berlin", [5252, 1340]),
    ("DE-NW", "Nordrhein-Westfalen", [5123, 678]),
    ("DE-SN", "Sachsen", [5105, 1374]),
    ("GB-ENG", "England", [5151, -13]),
    ("GB-SCT", "Scotland", [5595, -319]),
    ("GB-WLS", "Wales", [5148, -318]),
    ("GB-NIR", "Northern Ireland", [5460, -593]),
    ("FR-IDF", "Île-de-France", [4886, 235]),
    ("FR-ARA", "Auvergne-Rhône-Alpes", [4576, 484]),
    ("FR-OCC", "Occitanie", [4360, 144]),
    ("US-CA", "California", [3858, -12149]),
    ("US-MA", "Massachusetts", [4236, -7106]),
    ("US-NY", "New York", [4265, -7376]),
    ("US-TX", "Texas", [3027, -9774]),
    ("US-WA", "Washington", [4704, -12290]),
    ("CA-ON", "Ontario", [4365, -7938]),
    ("CA-QC", "Québec", [4681, -7121]),
    ("CA-BC", "British Columbia", [4843, -12337]),
    ("AU-NSW", "New South Wales", [-3387, 15121]),
    ("AU-VIC", "Victoria", [-3781, 14496]),
    ("ES-CT", "Catalunya", [4139, 217]),
    ("ES-MD", "Madrid", [4042, -370]),
    ("ES-AN", "Andalucía", [3739, -599]),
    ("IT-25", "Lombardia", [4547, 919]),
    ("IT-52", "Toscana", [4377, 1126]),
    ("NL-NH", "Noord-Holland", [5238, 464]),
    ("FI-18", "Uusimaa", [6017, 2494]),
    ("NO-03", "Oslo", [5991, 1075]),
    ("NO-46", "Vestland", [6039, 532]),
    ("CH-ZH", "Zürich", [4738, 854]),
    ("BE-VLG", "Vlaanderen", [5105, 372]),
    ("CN-BJ", "Beijing", [3990, 11641]),
    ("CN-GD", "Guangdong", [2313, 11326]),
    ("JP-13", "Tokyo", [3569, 13969]),
    ("JP-27", "Osaka", [3469, 13552]),
];

/// Id, name, and the position of the area above.
pub const AREAS: [(&str, &str, Option<usize>); 40] = [
    ("cancer", "Cancer", None),
    ("solid", "Solid tumours", Some(0)),
    ("blood-cancer", "Haematological malignancies", Some(0)),
    ("breast", "Breast cancer", Some(1)),
    ("lung", "Lung cancer", Some(1)),
    ("prostate", "Prostate cancer", Some(1)),
    ("colon", "Colorectal cancer", Some(1)),
    ("melanoma", "Melanoma", Some(1)),
    ("leukaemia", "Leukaemia", Some(2)),
    ("lymphoma", "Lymphoma", Some(2)),
    ("child-cancer", "Childhood cancer", Some(0)),
    ("rare", "Rare diseases", None),
    ("metabolic", "Inborn errors of metabolism", Some(11)),
    ("neuromuscular", "Neuromuscular diseases", Some(11)),
    ("immune-deficiency", "Immune deficiencies", Some(11)),
    ("cystic-fibrosis", "Cystic fibrosis", Some(12)),
    ("heart", "Cardiovascular diseases", None),
    ("stroke", "Stroke", Some(16)),
    ("cardiomyopathy", "Cardiomyopathies", Some(16)),
    ("arrhythmia", "Arrhythmias", Some(16)),
    ("brain", "Neurological diseases", None),
    ("dementia", "Dementia", Some(20)),
    ("parkinson", "Parkinson’s disease", Some(20)),
    ("ms", "Multiple sclerosis", Some(20)),
    ("epilepsy", "Epilepsy", Some(20)),
    ("mental", "Mental health", None),
    ("psychosis", "Psychoses", Some(25)),
    ("diabetes", "Diabetes", None),
    ("type-1", "Type 1 diabetes", Some(27)),
    ("type-2", "Type 2 diabetes", Some(27)),
    ("infection", "Infections", None),
    ("tb", "Tuberculosis", Some(30)),
    ("hiv", "HIV", Some(30)),
    ("sepsis", "Sepsis", Some(30)),
    ("immune", "Autoimmune diseases", None),
    ("rheuma", "Rheumatoid arthritis", Some(34)),
    ("ibd", "Inflammatory bowel disease", Some(34)),
    ("lungs", "Respiratory diseases", None),
    ("asthma", "Asthma", Some(37)),
    ("pgx", "Pharmacogenomics", None),
];

/// How many countries there are.
#[must_use]
pub fn countries() -> usize {
    COUNTRIES.len() / 2
}

/// The code of a country by its rank.
#[must_use]
pub fn country(rank: usize) -> &'static str {
    COUNTRIES.get(rank * 2..rank * 2 + 2).unwrap_or("SE")
}

/// The places of a country.
#[must_use]
pub fn places_of(country: &str) -> Vec<&'static str> {
    PLACES.iter().map(|(code, ..)| *code).filter(|code| code.starts_with(country)).collect()
}
