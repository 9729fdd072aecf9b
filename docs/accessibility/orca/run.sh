#!/bin/sh
# What Orca says in Firefox while a visitor without a mouse finds and opens a card: `docs/accessibility/orca/run.sh`, after
# `cargo xtask pkg`. Needs the Debian packages orca, at-spi2-core, dbus-x11, speech-dispatcher, xvfb, firefox-esr, python3.
# Everything runs on a bus, a display and a home of its own. What is said is printed, step by step.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${SUPRA_ORCA_HOME:-}" ]; then
    SUPRA_ORCA_HOME=$(mktemp -d)
    export SUPRA_ORCA_HOME
    exec dbus-run-session -- "$0"
fi
export HOME="$SUPRA_ORCA_HOME" XDG_RUNTIME_DIR="$SUPRA_ORCA_HOME" GSETTINGS_BACKEND=memory LANG=C.UTF-8
for name in CACHE CONFIG DATA; do export "XDG_${name}_HOME=$HOME/$name"; done
# No voice is needed: Orca notes what it says.
mkdir -p "$HOME/CONFIG/speech-dispatcher"
cp -r /etc/speech-dispatcher/. "$HOME/CONFIG/speech-dispatcher/"
sed -i 's/^#\{0,1\} *DefaultModule .*/DefaultModule dummy/; s/^AddModule.*//' "$HOME/CONFIG/speech-dispatcher/speechd.conf"
echo 'AddModule "dummy" "sd_dummy" ""' >>"$HOME/CONFIG/speech-dispatcher/speechd.conf"
Xvfb -displayfd 3 -screen 0 1280x1000x24 -nolisten tcp 3>"$HOME/display" 2>/dev/null &
display=$!
sleep 2
DISPLAY=":$(cat "$HOME/display")"
export DISPLAY GTK_MODULES=gail:atk-bridge GNOME_ACCESSIBILITY=1
/usr/libexec/at-spi-bus-launcher --launch-immediately 2>/dev/null &
bus=$!
sleep 1
orca --replace --debug-file="$HOME/orca.log" >/dev/null 2>&1 &
orca=$!
trap 'kill $orca $bus $display 2>/dev/null' EXIT
sleep 4
/usr/bin/python3 "$here/walk.py" "$here/../../.." "$HOME/orca.log"
