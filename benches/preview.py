#!/usr/bin/env python3
"""Prints how long it takes from saving a file to the changed page: preview.py PROGRAM SITE PAGE FILE OLD NEW.

SITE is a folder with content/, PAGE an address such as /stories/x/index.html, FILE a path below SITE in which
OLD and NEW take turns. The file is put back at the end.
"""
import http.client, pathlib, re, socket, subprocess, sys, time

program, site, page, name, old, new = sys.argv[1:]
file = pathlib.Path(site) / name
text = file.read_text(encoding="utf-8")
assert old in text, f"{old!r} does not stand in {file}"
server = subprocess.Popen([pathlib.Path(program).resolve(), "serve", "--port", "0"], cwd=site, stderr=subprocess.PIPE, text=True)
port = next(int(found[1]) for line in server.stderr if (found := re.search(r"serving on http://[^/]*:(\d+)/", line)))
client = http.client.HTTPConnection("127.0.0.1", port)


def get():
    client.request("GET", page)
    return client.getresponse().read()


def told():
    while b"event: state" not in (heard := events.recv(1 << 20)):
        assert heard, "the preview has ended"


try:
    body = get()
    events = socket.create_connection(("127.0.0.1", port))
    events.sendall(f"GET /.shanhai/events?path={page[1:]} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
    told()
    times = []
    for turn in range(30):
        time.sleep(0.3)
        here, there = (old, new) if turn % 2 == 0 else (new, old)
        began = time.perf_counter()
        file.write_text(text.replace(old, there), encoding="utf-8")
        told()
        changed = get()
        times.append((time.perf_counter() - began) * 1000)
        assert changed != body, "the page did not change"
        body = changed
    times.sort()
    print(f"{page}: from saving to the changed page {times[15]:.0f} ms (fastest {times[0]:.0f}, slowest {times[-1]:.0f})")
finally:
    file.write_text(text, encoding="utf-8")
    server.terminate()
