//! What a screen reader is told of a page, as text: in reading order, with the roles and names that the browser computes.
//! It knows nothing of what ought to be told.

use anyhow::Result;
use serde::Deserialize;
use thirtyfour::WebElement;

use super::Page;

const READ: &str = include_str!("transcript.js");

#[derive(Debug, Deserialize)]
struct Line {
    depth: usize,
    /// Which of the elements to ask about, where it is one.
    heard: Option<usize>,
    text: Option<String>,
    /// What it is, where there is no role to ask for.
    #[serde(default)]
    own: Option<String>,
    /// Its name is more than what stands in it.
    #[serde(default, rename = "isNamed")]
    is_named: bool,
    marks: Vec<String>,
}

impl Page {
    /// One line for each text and each element with a role.
    pub(crate) async fn transcript(&self) -> Result<Vec<String>> {
        let lines: Vec<Line> = self.run(&format!("{READ}return lines"), vec![]).await?;
        let heard: Vec<WebElement> =
            self.browser().execute(format!("{}{READ}return heard", self.prelude()), vec![]).await?.elements()?;
        let mut told = Vec::with_capacity(lines.len());
        for Line { depth, heard: at, text, own, is_named, marks } in lines {
            let mut line = "  ".repeat(depth);
            match at.and_then(|at| heard.get(at)) {
                Some(element) => {
                    match own {
                        Some(own) => line.push_str(&own),
                        None => line.push_str(&self.computed_of(element.clone(), "computedrole").await?),
                    }
                    if is_named {
                        let name = self.computed_of(element.clone(), "computedlabel").await?;
                        let name: Vec<&str> = name.split_whitespace().collect();
                        if !name.is_empty() {
                            line.extend([" “", &name.join(" "), "”"]);
                        }
                    }
                }
                None => line.push_str(&text.unwrap_or_default()),
            }
            for mark in marks {
                line.push_str(", ");
                line.push_str(&mark);
            }
            told.push(line);
        }
        Ok(told)
    }
}
