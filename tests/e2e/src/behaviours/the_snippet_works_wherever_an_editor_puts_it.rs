//! In a template, in closed details, out of sight, inside another shadow root, in capitals, closed like an empty tag, twice,
//! and before its script: each element works once it is seen, and none disturbs another.

use anyhow::{Result, ensure};

use super::widget::{self, CARD};
use crate::{
    harness::{Stage, behaviour},
    page::HostPage,
};

behaviour!(run);

const PLACES: &str = include_str!("../../../pages/places.html");

async fn run(stage: Stage) -> Result<()> {
    for how in ["async ", "defer ", ""] {
        let html = PLACES.replace("<!-- how -->", how);
        let host = HostPage::written(&html).file("data.json", widget::SMALL).file("probe.txt", "probe");
        let page = stage.open(host).await?;
        let inside = |css| page.inside(css);
        for seen in ["#plain", "#capitals", "#closed"] {
            inside(seen).wait_for_count(CARD, 9).await?;
        }
        // What follows an element that is never closed stands inside it, as HTML has it.
        let within: bool = page.run("return !!document.querySelector('#closed #swallowed')", vec![]).await?;
        ensure!(within, "the tag is closed after all");
        if !how.is_empty() {
            continue;
        }
        // The others wait until somebody sees them.
        let rest = "return ['#folded', '#hidden'].every(css => !document.querySelector(css).shadowRoot.querySelector(args[0]))
            && !document.querySelector('template').content.querySelector('supra-network').shadowRoot";
        ensure!(page.run::<bool>(rest, vec![CARD.into()]).await?, "what nobody sees is drawn");
        let open = "const one = document.querySelector('details'); one.open = true; one.scrollIntoView()";
        page.run::<()>(open, vec![]).await?;
        inside("#folded").wait_for_count(CARD, 9).await?;
        let show = "const one = document.querySelector('#unseen'); one.hidden = false; one.scrollIntoView()";
        page.run::<()>(show, vec![]).await?;
        inside("#hidden").wait_for_count(CARD, 9).await?;
        let stamp = "document.querySelector('main').append(document.querySelector('template').content.cloneNode(true))";
        page.run::<()>(stamp, vec![]).await?;
        inside("#stamped").wait_for_count(CARD, 9).await?;

        // Inside the shadow of another element.
        let put = "const outer = document.querySelector('#outer'), shade = outer.attachShadow({mode: 'open'});
            const own = document.createElement('supra-network');
            own.setAttribute('src', 'data.json');
            own.setAttribute('loading', 'eager');
            shade.append(own)";
        page.run::<()>(put, vec![]).await?;
        let drawn = "const own = document.querySelector('#outer').shadowRoot.querySelector('supra-network');
            return own.shadowRoot.querySelectorAll(args[0]).length === 9";
        page.wait_until("the cards are up in another's shadow", drawn, vec![CARD.into()]).await?;
        ensure!(widget::asked(&page, "data.json") == 1 && widget::asked(&page, "dist/supranet.wasm") == 1);

        // Made and thrown away before anything of it is there.
        page.run::<()>("const one = document.createElement('supra-network'); document.body.append(one); one.remove()", vec![]).await?;
        page.run_async::<()>("await (await fetch('probe.txt')).text()", vec![]).await?;
        ensure!(widget::events(&page, "supra-error").await?.is_empty(), "the page is told of an error");
        ensure!(page.recorded("console").await?.is_empty(), "something is said");
        page.assert_clean().await?;
    }
    Ok(())
}
