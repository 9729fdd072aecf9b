//! Who there is, by number, and what records say of each other.
//!
//! Knows nothing of texts.

use crate::draw::{Draw, Zipf};
use crate::words::short;
use crate::{Plan, ask, words, world};

/// Who is in a dataset.
#[derive(Debug)]
pub struct Cast {
    /// Which dataset.
    pub plan: Plan,
    countries: Zipf,
}

/// An end of an agreement, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// An initiative.
    Initiative(usize),
    /// An organisation.
    Organisation(usize),
}

impl Cast {
    /// The cast of a plan.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self { plan, countries: Zipf::new(world::countries(), 2) }
    }

    /// How many bodies of several countries there are: the first initiatives.
    #[must_use]
    pub fn bodies(&self) -> usize {
        (self.plan.initiatives / 20).min(50)
    }

    /// How many states there are: the first organisations. The initiatives after the bodies are the national ones of
    /// these countries, so that papers of states always have a card.
    #[must_use]
    pub fn states(&self) -> usize {
        (self.plan.initiatives / 20).min(40)
    }

    /// How many organisations there are, states among them.
    #[must_use]
    pub fn organisations(&self) -> usize {
        self.states() + 4 + self.plan.initiatives / 8
    }

    /// How many sources there are; initiatives cite them in turn, so that none is unused.
    #[must_use]
    pub fn sources(&self) -> usize {
        self.plan.initiatives.div_ceil(20)
    }

    /// Numbers for one question about one record.
    #[must_use]
    pub fn draw(&self, question: u64, record: usize) -> Draw {
        Draw::new(self.plan.seed, question, record)
    }

    /// The id of an initiative.
    #[must_use]
    pub fn initiative(&self, at: usize) -> String {
        let mut draw = self.draw(ask::ID, at);
        format!("{}-{}", words::stem(&mut draw), short(at))
    }

    /// The id of an organisation.
    #[must_use]
    pub fn organisation(&self, at: usize) -> String {
        format!("org-{}", short(at))
    }

    /// The id of an agreement.
    #[must_use]
    pub fn agreement(&self, at: usize) -> String {
        format!("a{}", short(at))
    }

    /// The id of a source.
    #[must_use]
    pub fn source(&self, at: usize) -> String {
        format!("s{}", short(at % self.sources()))
    }

    /// The id of an end.
    #[must_use]
    pub fn end(&self, end: End) -> String {
        match end {
            End::Initiative(at) => self.initiative(at),
            End::Organisation(at) => self.organisation(at),
        }
    }

    /// Whether an initiative is a body of several countries.
    #[must_use]
    pub fn is_body(&self, initiative: usize) -> bool {
        initiative < self.bodies()
    }

    /// Whether it is there for a state.
    #[must_use]
    pub fn is_of_state(&self, initiative: usize) -> bool {
        (self.bodies()..self.bodies() + self.states()).contains(&initiative)
    }

    /// The country of an initiative.
    #[must_use]
    pub fn country(&self, initiative: usize) -> &'static str {
        if self.is_of_state(initiative) {
            return world::country(initiative - self.bodies());
        }
        world::country(self.countries.rank(&mut self.draw(ask::COUNTRY, initiative)))
    }

    /// The country of an organisation.
    #[must_use]
    pub fn country_of_organisation(&self, at: usize) -> &'static str {
        if at < self.states() {
            return world::country(at);
        }
        world::country(self.countries.rank(&mut self.draw(ask::COUNTRY_OF_ORGANISATION, at)))
    }

    /// An organisation that is no state.
    pub fn some_organisation(&self, draw: &mut Draw) -> usize {
        self.states() + draw.below(self.organisations() - self.states())
    }

    /// The organisation that hosts an initiative.
    #[must_use]
    pub fn host(&self, initiative: usize) -> Option<usize> {
        let mut draw = self.draw(ask::HOST, initiative);
        (!self.is_body(initiative) && draw.percent(30)).then(|| self.some_organisation(&mut draw))
    }

    /// The agreement that one renews: the one before it in the file.
    #[must_use]
    pub fn renewed(&self, agreement: usize) -> Option<usize> {
        (agreement > 0 && self.draw(ask::ENDS, agreement).percent(7)).then(|| agreement - 1)
    }

    /// Which agreement a chain of renewals begins with, and how many steps there are between.
    #[must_use]
    pub fn first_of_chain(&self, agreement: usize) -> (usize, usize) {
        let (mut first, mut steps) = (agreement, 0);
        while let Some(before) = self.renewed(first) {
            (first, steps) = (before, steps + 1);
        }
        (first, steps)
    }

    /// Whether an agreement is a paper of states: few are, as each stands on many cards.
    #[must_use]
    pub fn is_of_states(&self, first: usize) -> bool {
        self.states() > 1 && first % (self.plan.agreements / 100).max(20) == 7
    }

    /// The two ends of an agreement. Each is on a card: it is an initiative, hosts one, or is a state that has one.
    #[must_use]
    pub fn ends(&self, agreement: usize) -> [End; 2] {
        let (first, _) = self.first_of_chain(agreement);
        let mut draw = self.draw(ask::ENDS, first);
        // The first number said that it renews none.
        draw.below(100);
        if self.is_of_states(first) {
            let one = draw.below(self.states());
            return [one, other(one, self.states(), &mut draw)].map(End::Organisation);
        }
        let one = draw.below(self.plan.initiatives);
        let limit = draw.low(self.plan.initiatives) + 1;
        let two = match draw.below(limit) {
            // Few have many agreements.
            two if two != one => two,
            _ => other(one, self.plan.initiatives, &mut draw),
        };
        let hosts = [draw.percent(4), draw.percent(10)];
        let end = |at: usize, by_host: bool| match self.host(at).filter(|_| by_host) {
            Some(host) => End::Organisation(host),
            None => End::Initiative(at),
        };
        let ends = [end(one, hosts[0]), end(two, hosts[1])];
        if ends[0] == ends[1] { [one, two].map(End::Initiative) } else { ends }
    }
}

/// A number below `end` that is not `one`.
fn other(one: usize, end: usize, draw: &mut Draw) -> usize {
    (one + 1 + draw.below(end - 1)) % end
}
