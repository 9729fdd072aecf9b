//! Agreements: the paper, its signing, and what came of it.
//!
//! Knows nothing of cards.

use super::Graph;
use super::node::{Node, said, to};
use serde_json::{Value, json};
use supranet_core::model::{Agreement, AgreementIdx, FollowUp, FollowUpKind, Party, Signatory};

impl Graph<'_> {
    /// The paper, then its signing where the full day is stated, then what came of it.
    pub(super) fn agreement(&self, at: AgreementIdx, nodes: &mut Vec<Value>) {
        let Self { shown, .. } = self;
        let agreement = shown.network.agreement(at);
        let id = self.id("agreement", &agreement.id);
        let kind = shown.words.word("agreement", agreement.kind.key());
        let name = self.title(agreement);
        let before = agreement.renews.map(|before| to(&self.id("agreement", &shown.network.agreement(before).id)));
        let signers: &[Party] =
            if agreement.signing_bodies.is_empty() { &agreement.ends } else { &agreement.signing_bodies };
        let about = self.areas(&agreement.areas).into_iter().chain(self.parties(agreement.ends));
        nodes.push(
            Node::new("CreativeWork", &id)
                .set("name", Some(name.as_str()))
                .set("identifier", Some(agreement.id.clone()))
                .set("genre", Some(kind))
                // It says so where only the announcement is known, for which there is no property.
                .set("description", Some(shown.when(agreement)))
                .date("dateCreated", agreement.signed)
                .many("author", self.parties(signers.iter().copied()))
                .many("contributor", agreement.signatories.iter().map(|who| self.signatory(who)).collect())
                .many("about", about.collect())
                .many("keywords", agreement.topics.iter().filter_map(|topic| shown.text(topic)).map(said).collect())
                .set("isBasedOn", before)
                .many("subjectOf", self.sources(&agreement.sources))
                .done(),
        );
        if agreement.signed.is_some_and(|date| date.day().is_some()) {
            // Not named after the occasion, which may be a forum of several days: it did not begin with the signing.
            let place = shown.text(&agreement.place).map(|place| json!({"@type": "Place", "name": said(place)}));
            nodes.push(
                Node::new("Event", &self.id("signing", &agreement.id))
                    .set("name", Some(format!("{}: {name}", shown.when(agreement))))
                    .text("description", shown.text(&agreement.event))
                    .date("startDate", agreement.signed)
                    .set("location", place)
                    .set("workFeatured", Some(to(&id)))
                    .done(),
            );
        }
        let follow_ups = agreement.follow_ups.iter().enumerate();
        nodes.extend(follow_ups.map(|(nth, what)| self.follow_up(&format!("{}-{}", agreement.id, nth + 1), &id, what)));
    }

    /// What it is, and between whom.
    fn title(&self, agreement: &Agreement) -> String {
        let [first, second] = agreement.ends.map(|end| self.shown.name(end).text);
        format!("{}: {first} – {second}", self.shown.words.word("agreement", agreement.kind.key()))
    }

    /// Without a role: `jobTitle` has no date, and would say that the person has it today.
    fn signatory(&self, who: &Signatory) -> Value {
        let mut person = json!({"@type": "Person", "name": who.name});
        if let Some(party) = who.organisation {
            person["affiliation"] = to(&self.party_id(party));
        }
        person
    }

    fn follow_up(&self, id: &str, of: &str, what: &FollowUp) -> Value {
        let kind = match what.kind {
            FollowUpKind::Article => "ScholarlyArticle",
            FollowUpKind::Conference | FollowUpKind::Workshop | FollowUpKind::Visit => "Event",
            FollowUpKind::Other => "CreativeWork",
        };
        let doi = what.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        let node = Node::new(kind, &self.id("follow-up", id))
            .set("name", Some(what.title.clone()))
            .set("url", what.url.clone())
            .set("sameAs", doi)
            .set("about", Some(to(of)));
        if kind != "Event" {
            return node.date("datePublished", what.date).done();
        }
        let place = self.shown.text(&what.place).map(|place| json!({"@type": "Place", "name": said(place)}));
        node.date("startDate", what.date).date("endDate", what.until).set("location", place).done()
    }
}
