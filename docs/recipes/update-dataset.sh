#!/bin/sh
# Fetches a dataset, checks it, and puts it in the place of the old one in one step: whoever asks meanwhile gets the
# old file or the new one, never half of one. If anything is wrong, the old one stays.
#
#   update-dataset.sh https://example.org/supranet.json /var/www/html/supranet/data/dataset.json
#
# A file that names records of other files is checked together with them; they are only read:
#
#   update-dataset.sh https://example.org/ours.json data/ours.json data/theirs.json
#
# Where compressed copies stand beside the file (`dataset.json.br`, `.gz`), servers send those in its place: they are made
# anew, or taken away where `brotli` or `gzip` is missing. A copy that is older than its file is made anew in any case.
#
# Redirects are followed to https only. Needs curl and the `supranet` command. Exit status: 0 where the file is in place or
# nothing has changed, 1 where the new one has a warning or an error, 2 where it is no dataset, and that of curl where it
# cannot be had or is larger than the 64 MB that the widget takes.
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

# Where a server does not say beforehand how much it sends, older versions of curl set no bounds; the shell does, in blocks of
# 512 bytes, and curl then says that it cannot write.
(
    trap '' XFSZ
    ulimit -f 125000
    curl --fail --silent --show-error --location --proto-redir =https --max-time 120 --max-filesize 64000000 \
        --output "$new" "$address"
)
supranet check --deny warnings "$new" "$@"

changed=yes
if cmp -s "$new" "$file"; then
    changed=no
fi
# A temporary file is its owner's alone; a web server must read it.
chmod 644 "$new"
# The copies first: were this broken off in between, the next run would find the file itself still to be changed.
for kind in br gz; do
    copy=$file.$kind
    [ -e "$copy" ] || continue
    # Somebody may have replaced the file alone, by hand.
    [ $changed = yes ] || [ -n "$(find "$file" -newer "$copy")" ] || continue
    case $kind in br) pack="brotli --best --stdout" ;; gz) pack="gzip -9 --stdout" ;; esac
    if $pack "$new" >"$new.$kind"; then
        chmod 644 "$new.$kind"
        mv -f "$new.$kind" "$copy"
    else
        rm -f "$copy"
    fi
done
[ $changed = no ] || mv -f "$new" "$file"
