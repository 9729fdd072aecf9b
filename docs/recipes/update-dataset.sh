#!/bin/sh
# Fetches a dataset, checks it, and puts it in the place of the old one in one step: whoever asks meanwhile gets the
# old file or the new one, never half of one. If anything is wrong, the old one stays.
#
#   update-dataset.sh https://example.org/supranet.json /var/www/html/dataset.json
#
# A file that names records of other files is checked together with them; they are only read:
#
#   update-dataset.sh https://example.org/ours.json /var/www/html/ours.json /var/www/html/theirs.json
#
# Where compressed copies stand beside the file (`dataset.json.br`, `.gz`), servers send those in its place: they are made
# anew, or taken away where `brotli` or `gzip` is missing.
#
# Needs curl and the `supranet` command. Exit status: 0 where the file is in place or nothing has changed, 1 where the
# new one has a warning or an error, 2 where it is no dataset, and that of curl where it cannot be had.
set -eu

if [ $# -lt 2 ]; then
    echo "usage: update-dataset.sh ADDRESS FILE [OTHER-FILE...]" >&2
    exit 64
fi
address=$1
file=$2
shift 2

# Beside the old one, as a file can be renamed in one step only where it stays on its disk.
new=$(mktemp "$file.XXXXXX")
trap 'rm -f "$new" "$new.br" "$new.gz"' EXIT
trap 'exit 1' HUP INT TERM

curl --fail --silent --show-error --location --max-time 120 --max-filesize 64000000 --output "$new" "$address"
supranet check --deny warnings "$new" "$@"

if cmp -s "$new" "$file"; then
    exit 0
fi
# A temporary file is its owner's alone; a web server must read it.
chmod 644 "$new"
# The copies first: were this broken off in between, the next run would find the file itself still to be changed.
for kind in br gz; do
    [ -e "$file.$kind" ] || continue
    case $kind in br) pack="brotli --best --stdout" ;; gz) pack="gzip -9 --stdout" ;; esac
    if $pack "$new" >"$new.$kind"; then
        chmod 644 "$new.$kind"
        mv -f "$new.$kind" "$file.$kind"
    else
        rm -f "$file.$kind"
    fi
done
mv -f "$new" "$file"
