#!/bin/sh
# Makes docs/themes.png: each theme on the same cards, 640 px wide. Needs a built package (`cargo xtask pkg`), chromium, curl,
# and python3 to serve the files.
#
#   docs/recipes/pictures-of-themes.sh
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
site=$(mktemp -d)
port=8937
trap 'kill "$server"; rm -rf "$site"' EXIT
ln -s "$here/pkg/dist" "$site/supranet"
python3 -m http.server --directory "$site" --bind 127.0.0.1 "$port" >/dev/null 2>&1 &
server=$!
curl --silent --output /dev/null --retry 20 --retry-connrefused --retry-delay 1 "http://127.0.0.1:$port/"

# Width, height, page, file. On a busy machine a picture comes too early, and is then nearly blank: once more.
take() {
    for _ in 1 2 3 4 5; do
        chromium --headless --no-sandbox --hide-scrollbars --disable-lcd-text --window-size="$1,$2" \
            --virtual-time-budget=9000 --user-data-dir="$site/profile" --screenshot="$4" \
            "http://127.0.0.1:$port/$3.html" 2>/dev/null
        if [ "$(wc -c <"$4")" -gt 25000 ]; then return; fi
    done
    echo "no picture of $3" >&2
    return 1
}

themes="neutral nordic-public high-contrast dark warm dense large-type colour-vision"
for theme in $themes; do
    cat >"$site/$theme.html" <<PAGE
<!doctype html><html lang="en"><meta charset="utf-8"><title>$theme</title>
<style>body { margin: 0; font: 700 18px system-ui; } p { margin: 6px 10px; } supra-network { --supra-card-width: 99em }</style>
<link rel="stylesheet" href="supranet/supra-network.css">
<link rel="stylesheet" href="supranet/themes/$theme.css">
<script type="module" src="supranet/supranet.js"></script>
<p>$theme</p>
<supra-network country="DK" q="genom" page-size="2" hide="export sort"></supra-network>
PAGE
    take 640 470 "$theme" "$site/$theme.png"
done
# Two in a row, smaller.
for theme in $themes; do echo "<img src=\"$theme.png\" width=\"400\">"; done >"$site/sheet.html"
echo '<style>body { margin: 6px; font-size: 0; background: gray; } img { margin: 6px; }</style>' >>"$site/sheet.html"
take 836 1234 sheet "$here/docs/themes.png"
