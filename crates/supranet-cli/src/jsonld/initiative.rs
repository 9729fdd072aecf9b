//! Initiatives with their grants, and organisations.
//!
//! Knows nothing of agreements.

use super::Graph;
use super::node::{Node, said, to};
use serde_json::{Value, json};
use supranet_core::locale::Locale as _;
use supranet_core::model::{
    Funding, Initiative, InitiativeIdx, InitiativeKind, Organisation, OrganisationIdx, OrganisationKind, Party,
};

impl Graph<'_> {
    /// An initiative, then its grants.
    pub(super) fn initiative(&self, at: InitiativeIdx, nodes: &mut Vec<Value>) {
        let Self { shown, .. } = self;
        let initiative = shown.network.initiative(at);
        // What a ministry hosts is its part, though it may be a company; the guest of a university is no part of it.
        let is_ministry =
            |at: &OrganisationIdx| shown.network.organisations[at.at()].kind == OrganisationKind::Ministry;
        let ministry = initiative.host.filter(is_ministry);
        let kind = match initiative.kind {
            InitiativeKind::Project | InitiativeKind::Cohort => "ResearchProject",
            InitiativeKind::Programme | InitiativeKind::Plan | InitiativeKind::Strategy => "Project",
            _ => "Organization",
        };
        let above = initiative.parent.map(Party::Initiative).or(ministry.map(Party::Organisation));
        let leads = initiative.lead_bodies.iter().copied().map(Party::Organisation);
        let members = shown.index.relations.members_of(at).iter().copied().map(Party::Initiative);
        let mut who: Vec<Party> = Vec::new();
        for party in leads.chain(initiative.participants.iter().copied()).chain(members) {
            if !who.contains(&party) {
                who.push(party);
            }
        }
        let name = shown.name(Party::Initiative(at));
        let mut names: Vec<Value> = Vec::new();
        for (language, other) in initiative.name.0.iter().filter(|(_, other)| *other != name.text) {
            names.push(json!({"@language": language, "@value": other}));
        }
        names.extend(initiative.alt_names.iter().chain(&initiative.abbreviation).map(|own| own.as_str().into()));
        let focus = initiative.focus.iter().filter_map(|text| shown.text(text)).map(said);
        nodes.push(
            Node::new(kind, &self.party_id(Party::Initiative(at)))
                .text("name", Some(name))
                .many("alternateName", names)
                .set("identifier", Some(initiative.id.clone()))
                .text("description", shown.text(&initiative.summary))
                .set("url", initiative.url.clone())
                .many("areaServed", self.places(initiative))
                .many("parentOrganization", self.parties(above))
                .many("memberOf", self.parties(initiative.member_of.iter().copied().map(Party::Initiative)))
                .many("member", self.parties(who))
                .many("knowsAbout", self.areas(&initiative.areas).into_iter().chain(focus).collect())
                .date("foundingDate", initiative.started)
                .date("dissolutionDate", initiative.ended)
                .many("subjectOf", self.sources(&initiative.sources))
                .done(),
        );
        let grants = initiative.funding.iter().enumerate();
        nodes.extend(grants.map(|(nth, grant)| self.grant(at, &format!("{}-{}", initiative.id, nth + 1), grant)));
    }

    /// Where it is, or its member countries.
    fn places(&self, initiative: &Initiative) -> Vec<Value> {
        let country =
            |code: &String| json!({"@type": "Country", "name": self.shown.locale.country(code), "identifier": code});
        let own = initiative.country.as_ref().map(|code| {
            let Some(place) = &initiative.place else { return country(code) };
            let label = self.shown.network.place_label(place).and_then(|label| self.shown.text(label));
            json!({
                "@type": "AdministrativeArea",
                "name": label.map_or_else(|| place.as_str().into(), said),
                "identifier": place,
                "containedInPlace": country(code),
            })
        });
        own.into_iter().chain(initiative.member_countries.iter().map(country)).collect()
    }

    fn grant(&self, of: InitiativeIdx, id: &str, grant: &Funding) -> Value {
        let to_organisation = |at: Option<OrganisationIdx>| at.map(|at| to(&self.party_id(Party::Organisation(at))));
        let amount = grant.amount.map(|amount| match &grant.currency {
            Some(currency) => json!({"@type": "MonetaryAmount", "value": amount, "currency": currency}),
            None => amount.into(),
        });
        // A grant in money has a funder; of another only the sponsor can be told.
        let (kind, funder) = if amount.is_some() { ("MonetaryGrant", "funder") } else { ("Grant", "sponsor") };
        let results = grant.results.iter().filter_map(|text| self.shown.text(text)).map(said);
        Node::new(kind, &self.id("grant", id))
            .set("fundedItem", Some(to(&self.party_id(Party::Initiative(of)))))
            .set("identifier", grant.reference.clone())
            .set(funder, to_organisation(grant.funder))
            .set("amount", amount)
            .many("description", results.collect())
            .many("subjectOf", self.sources(grant.source.as_slice()))
            .done()
    }

    pub(super) fn organisation(&self, at: u32, organisation: &Organisation) -> Value {
        let party = Party::Organisation(OrganisationIdx(at));
        let kind = match organisation.kind {
            OrganisationKind::Agency
            | OrganisationKind::Ministry
            | OrganisationKind::State
            | OrganisationKind::Region => "GovernmentOrganization",
            OrganisationKind::University => "CollegeOrUniversity",
            OrganisationKind::Hospital => "Hospital",
            OrganisationKind::Company => "Corporation",
            _ => "Organization",
        };
        let country =
            |code: &String| json!({"@type": "Country", "name": self.shown.locale.country(code), "identifier": code});
        Node::new(kind, &self.party_id(party))
            .text("name", Some(self.shown.name(party)))
            .set("alternateName", organisation.abbreviation.clone())
            .set("url", organisation.url.clone())
            .set("location", organisation.country.as_ref().map(country))
            .many("parentOrganization", self.parties(organisation.parent.map(Party::Organisation)))
            .done()
    }
}
