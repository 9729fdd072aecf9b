#!/bin/sh
# Makes docs/themes.png: each theme on the same cards, 640 px wide. Needs a built package (`cargo xtask pkg`), chromium,
# python3 to serve the files, and ImageMagick to put the pictures together.
#
#   docs/recipes/pictures-of-themes.sh
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
site=$(mktemp -d)
port=8937
trap 'kill "$server"; rm -rf "$site"' EXIT
ln -s "$here/pkg/dist" "$site/supranet"
python3 -m http.server --directory "$site" --bind 127.0.0.1 "$port" 2>/dev/null &
server=$!

themes="neutral nordic-public high-contrast dark warm dense large-type colour-vision"
for theme in $themes; do
    cat >"$site/$theme.html" <<PAGE
<!doctype html><html lang="en"><meta charset="utf-8"><title>$theme</title>
<style>body { margin: 0; font: 700 18px system-ui; } p { margin: 6px 10px; } supra-network { --supra-card-width: 99em }</style>
<link rel="stylesheet" href="supranet/supra-network.css">
<link rel="stylesheet" href="supranet/themes/$theme.css">
<script type="module" src="supranet/supranet.js"></script>
<p>$theme</p>
<supra-network initiative="dngc" country="DK" q="genom" page-size="1" hide="search export"></supra-network>
PAGE
    chromium --headless --no-sandbox --hide-scrollbars --window-size=640,560 --virtual-time-budget=15000 \
        --user-data-dir="$site/profile" --screenshot="$site/$theme.png" "http://127.0.0.1:$port/$theme.html" 2>/dev/null
done
# Two in a row; 48 colours are enough, and make the file small.
cd "$site"
set --
for theme in $themes; do set -- "$@" "$theme.png"; done
montage "$@" -tile 2x -geometry +8+8 -background '#999999' png:- |
    convert - -dither None -colors 48 -define png:compression-level=9 "$here/docs/themes.png"
