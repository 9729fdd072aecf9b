"""Drives Firefox by geckodriver through one walk, and prints what Orca noted as said at each step. See run.sh."""
import datetime, functools, http.server, json, re, subprocess, sys, threading, time
import urllib.error, urllib.request

top, log = sys.argv[1], sys.argv[2]
PAGE = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An institution</title>
<link rel="stylesheet" href="pkg/dist/supra-network.css"><script type="module" src="pkg/dist/supranet.js"></script></head>
<body><main><h1>An institution</h1><p><a id="before" href="#b">Before</a></p>
<supra-network src="tests/data/small.json" loading="eager"></supra-network></main></body></html>"""
TAB, ENTER, ESCAPE, SPACE, BACK = "\ue004", "\ue007", "\ue00c", " ", "\ue008"
ROOT = "const root = document.querySelector('supra-network').shadowRoot, own = root?.activeElement;"


class Site(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/page.html":
            return super().do_GET()
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_):
        pass


site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, directory=top))
threading.Thread(target=site.serve_forever, daemon=True).start()
port = site.server_port + 1
driver = subprocess.Popen([f"{top}/.tools/bin/geckodriver", "--port", str(port), "--websocket-port", "0"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
time.sleep(2)


def call(method, path, body=None):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method,
                                     data=None if body is None else json.dumps(body).encode(),
                                     headers={"content-type": "application/json"})
    try:
        return json.load(urllib.request.urlopen(request, timeout=60))["value"]
    except urllib.error.HTTPError as error:
        sys.exit(f"{method} {path}: {error.read().decode()}")


firefox = {"binary": "/usr/bin/firefox-esr", "prefs": {"accessibility.force_disabled": -1}}
answer = call("POST", "/session", {"capabilities": {"alwaysMatch": {"moz:firefoxOptions": firefox}}})
session, version = "/session/" + answer["sessionId"], answer["capabilities"]["browserVersion"]
steps = []


def run(script):
    return call("POST", session + "/execute/sync", {"script": ROOT + script, "args": []})


def step(what, keys, wait=2.0):
    steps.append((datetime.datetime.now(), what))
    for key in keys:
        pressed = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        call("POST", session + "/actions", {"actions": [{"type": "key", "id": "k", "actions": pressed}]})
    time.sleep(wait)


def tab_to(condition):
    for _ in range(40):
        if run(f"return !!({condition})"):
            return
        step("Tab", [TAB], 1.2)


try:
    call("POST", session + "/url", {"url": f"http://127.0.0.1:{site.server_port}/page.html"})
    while not run("return !!root?.querySelector('[part=card]')"):
        time.sleep(0.25)
    time.sleep(5)
    run("document.getElementById('before').focus()")
    time.sleep(2)
    step("Tab, into the widget", [TAB])
    step("Tab, to the search", [TAB])
    step("type “genom”", "genom", 3)
    step("Escape, empty the search", [ESCAPE], 3)
    step("Tab, to the first facet", [TAB])
    step("Enter, close it", [ENTER])
    step("Enter, open it", [ENTER])
    tab_to("own?.labels?.[0]?.textContent.startsWith('Sweden')")
    step("Space, choose Sweden", [SPACE], 3)
    tab_to("own?.matches('[part=chip]') || own?.matches('#sort')")
    run("root.querySelector('[part=chip]').focus()")
    step("(the focus goes to the chip)", [], 2)
    step("Enter, take it away", [ENTER], 3)
    run("root.querySelector('#card-gms').focus()")
    step("(the focus goes to the card)", [], 2)
    tab_to("own?.matches('[part=card] > details > summary')")
    step("Enter, open the card", [ENTER])
    step("Tab, to the first control in it", [TAB])
    step("Escape, close the card", [ESCAPE])
finally:
    call("DELETE", session)
    driver.terminate()

print(f"Firefox {version}")
time.sleep(1)
said = re.compile(r"^(\d\d:\d\d:\d\d\.\d+) - SPEECH OUTPUT: '(.*)'\{")
for at, (since, what) in enumerate(steps):
    until = steps[at + 1][0] if at + 1 < len(steps) else datetime.datetime.max
    print(what)
    for line in open(log, errors="replace"):
        found = said.match(line)
        if found and since.strftime("%H:%M:%S.%f") <= found[1] < until.strftime("%H:%M:%S.%f"):
            print("    " + found[2])
