//! `serve`: what it answers to browsers, to strangers and to hostile clients, and how it follows the files.

use crate::project::Project;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// A preview of a project; ends with the test.
struct Served {
    project: Project,
    child: Child,
    port: u16,
}

impl Served {
    fn new(project: Project, args: &[&str]) -> Self {
        let mut command = project.command(&[&["serve", "--port", "0"], args].concat());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.starts_with("serving on http://") {
            line.clear();
            assert!(said.read_line(&mut line).unwrap() > 0, "it ended without serving");
        }
        let port = line.split([':', '/']).find_map(|part| part.parse().ok()).unwrap();
        // What it says later is read, so that it never waits for us.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let served = Self { project, child, port };
        until("it serves", || served.get("/").0 == 200);
        served
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(90))).unwrap();
        stream
    }

    /// Sends bytes as they are; returns status, head and body of what comes back.
    fn raw(&self, request: &[u8]) -> (u16, String, Vec<u8>) {
        let mut stream = self.connect();
        // It may be refused before it has been read to the end.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").map_or(answer.len(), |at| at + 4);
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
        (status, head, answer[end..].to_vec())
    }

    fn with(&self, method: &str, path: &str, headers: &str) -> (u16, String, Vec<u8>) {
        let port = self.port;
        self.raw(
            format!(
                "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{headers}\r\n"
            )
            .as_bytes(),
        )
    }

    fn get(&self, path: &str) -> (u16, String, Vec<u8>) {
        self.with("GET", path, "")
    }

    fn page(&self, path: &str) -> String {
        String::from_utf8(self.get(path).2).unwrap()
    }
}

#[track_caller]
fn until(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < Duration::from_secs(30), "it never came true: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const STORY: &str = "content/stories/zhang-village/index.md";

#[test]
fn every_file_of_a_build_is_served_as_it_is_with_its_type() {
    let served = Served::new(Project::starter(), &[]);
    served.project.run(&["build"]).exit(0);
    let output = served.project.path("output");
    let mut seen = 0;
    for entry in walkdir::WalkDir::new(&output).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(&output).unwrap().to_str().unwrap().to_owned();
        if !entry.file_type().is_file() || path.starts_with('.') {
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap();
        let (status, head, body) = served.get(&format!("/{path}"));
        assert_eq!(status, 200, "{path}");
        assert!(head.contains("cache-control: no-store") && head.contains("etag: "), "{path}: {head}");
        if path.ends_with(".html") {
            assert!(head.contains("content-type: text/html; charset=utf-8"), "{head}");
            let page = String::from_utf8(body).unwrap();
            let (before, after) = page.split_once("<script src=\"/.shanhai/client.js\"").unwrap();
            let plain = format!("{before}{}", after.split_once("</script>").unwrap().1)
                .replace("; script-src 'self'\">", "\">");
            assert!(plain.as_bytes() == bytes, "{path} differs from a build");
        } else {
            assert!(body == bytes, "{path} differs from a build");
            assert!(!head.contains("octet-stream"), "{path}: {head}");
        }
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn addresses_heads_ranges_and_tags_are_answered_as_the_standard_says() {
    let served = Served::new(Project::starter(), &[]);
    let (status, head, _) = served.get("/indicators/trainees");
    assert!(status == 308 && head.contains("location: /indicators/trainees/\r\n"), "{head}");
    assert_eq!(served.get("/indicators/trainees/").0, 200);
    let (status, _, body) = served.get("/no/such/page.html");
    assert!(status == 404 && String::from_utf8(body).unwrap().contains("<base href=\"/\">"));
    let (status, head, body) = served.with("HEAD", "/", "");
    let length = served.get("/").2.len();
    assert!(
        status == 200 && body.is_empty() && head.contains(&format!("content-length: {length}\r\n")),
        "{head}"
    );
    let sheet = "/assets/style.css";
    let (status, head, body) = served.with("GET", sheet, "Range: bytes=2-5\r\n");
    assert!(status == 206 && head.contains("content-range: bytes 2-5/"), "{head}");
    assert_eq!(body, &served.get(sheet).2[2..=5]);
    assert_eq!(served.with("GET", sheet, "Range: bytes=99999999-\r\n").0, 416);
    let tag = head.split("etag: ").nth(1).unwrap().split('\r').next().unwrap().to_owned();
    let (status, _, body) = served.with("GET", sheet, &format!("If-None-Match: {tag}\r\n"));
    assert!(status == 304 && body.is_empty());
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let (status, head, _) = served.with(method, "/", "");
        assert!(status == 405 && head.contains("allow: GET, HEAD"), "{method}: {head}");
    }
}

#[test]
fn hostile_requests_get_the_right_answer() {
    let project =
        Project::starter().file(".env", "secret").file("content/stories/zhang-village/.env", "secret");
    let served = Served::new(project, &[]);
    let refused = |path: &str| {
        let (status, head, body) = served.get(path);
        assert!(status == 404 || status == 400, "{path}: {head}");
        assert!(!String::from_utf8_lossy(&body).contains("secret"), "{path}");
    };
    for path in [
        "/../.env",
        "/..%2f.env",
        "/%2e%2e/.env",
        "/%2e%2e%2f.env",
        "/%252e%252e/.env",
        "/..\\.env",
        "/..%5c.env",
        "/....//.env",
        "//.env",
        "/.env",
        "/./.env",
        "/content/site.yaml",
        "/stories/zhang-village/.env",
        "/%c0%ae%c0%ae/.env",
        "/%uff0e./.env",
        "/.env%00.html",
        "/%00",
        "/%",
        "/%zz",
        "/assets/../../.env",
        "/assets/%2e%2e/%2e%2e/.env",
        "/etc/passwd",
        "//etc/passwd",
        "/file:///etc/passwd",
        "/index.html/..",
        "/.shanhai/",
        "/.shanhai/../.env",
        "/.shanhai/nothing",
        "/INDEX.HTML",
        "/index.html.",
        "/index.html%20",
    ] {
        refused(path);
    }
    for host in
        ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:1", "localhost", "127.0.0.1@evil.example"]
    {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let (status, _, body) = served.raw(request.as_bytes());
        assert!(status == 403 || status == 400, "{host}: {status}");
        assert!(!String::from_utf8_lossy(&body).contains("<html"), "{host}");
    }
    let own = format!("127.0.0.1:{}", served.port);
    assert_eq!(served.raw(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").0, 400);
    assert_eq!(served.raw(b"GET / HTTP/1.0\r\n\r\n").0, 400);
    let twice = format!("GET / HTTP/1.1\r\nHost: {own}\r\nHost: {own}\r\nConnection: close\r\n\r\n");
    assert_eq!(served.raw(twice.as_bytes()).0, 400);
    let foreign = format!("GET http://evil.example/ HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n");
    assert_eq!(served.raw(foreign.as_bytes()).0, 403);
    assert_eq!(
        served.with("GET", "/.shanhai/events?path=index.html", "Origin: http://evil.example\r\n").0,
        403
    );
    assert_eq!(served.with("GET", "/", &format!("Origin: http://{own}\r\n")).0, 200);
    assert_eq!(served.with("GET", "/", &format!("X: {}\r\n", "a".repeat(100_000))).0, 431);
    let many = "X-Odd: 1\r\n".repeat(500);
    assert_eq!(served.with("GET", "/", &many).0, 431);
    let (status, ..) = served.get(&format!("/{}", "a".repeat(70_000)));
    assert!([414, 431].contains(&status), "{status}");
    for noise in [&b"\x16\x03\x01\x02\x00\x01\x00"[..], b"\0\0\0\0\r\n\r\n", b"GET\r\n\r\n", b"\r\n\r\n\r\n"]
    {
        let mut stream = served.connect();
        stream.write_all(noise).unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 400"), "{answer:?}");
    }
    assert_eq!(served.get("/").0, 200);
}

#[test]
fn slow_silent_and_many_clients_disturb_nobody() {
    let served = Served::new(Project::starter(), &[]);
    let quick = |what: &str| {
        let began = Instant::now();
        assert_eq!(served.get("/").0, 200, "{what}");
        assert!(began.elapsed() < Duration::from_secs(20), "{what}: {:?}", began.elapsed());
    };
    // Half-open: connected and silent, or in the middle of a head, or hearing events and never reading.
    let silent: Vec<TcpStream> = (0..60).map(|_| served.connect()).collect();
    let slow: Vec<TcpStream> = (0..60)
        .map(|n| {
            let mut stream = served.connect();
            let events = format!(
                "GET /.shanhai/events?path=index.html HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{}",
                served.port,
                if n % 2 == 0 { "\r\n" } else { "X-Slow: " }
            );
            stream.write_all(events.as_bytes()).unwrap();
            stream
        })
        .collect();
    quick("beside the slow ones");
    let together: Vec<u16> = std::thread::scope(|scope| {
        let asked: Vec<_> = (0..200).map(|_| scope.spawn(|| served.get("/indicators/").0)).collect();
        asked.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(together.iter().all(|status| *status == 200), "{together:?}");
    for n in 0..30 {
        served.project.put(STORY, served.project.text(STORY) + &format!("\n又一段，第{n}次。\n"));
        std::thread::sleep(Duration::from_millis(10));
    }
    until("the page follows", || served.page("/stories/zhang-village/").contains("第29次"));
    quick("after all");
    // Who sends no request is not waited for.
    let mut one = silent.into_iter().next().unwrap();
    let mut rest = Vec::new();
    let began = Instant::now();
    let _ = one.read_to_end(&mut rest);
    assert!(began.elapsed() < Duration::from_mins(1), "a silent client is held");
    drop(slow);
}

#[test]
fn what_editors_do_is_followed() {
    let served = Served::new(Project::starter(), &[]);
    let at = |path: &str| served.project.path(path);
    let story = served.project.text(STORY);
    let shows = |words: &str| served.page("/stories/zhang-village/").contains(words);
    // Saved beside and renamed over it, as most editors do.
    served.project.put("content/stories/zhang-village/.index.md.new", format!("{story}\n原子保存。\n"));
    std::fs::rename(at("content/stories/zhang-village/.index.md.new"), at(STORY)).unwrap();
    until("an atomic save", || shows("原子保存"));
    // A new folder with its file.
    served.project.put("content/stories/new-one/index.md", &story);
    until("a new folder", || served.get("/stories/new-one/").0 == 200);
    std::fs::rename(at("content/stories/new-one"), at("content/stories/other-one")).unwrap();
    until("a renamed folder", || {
        served.get("/stories/new-one/").0 == 404 && served.get("/stories/other-one/").0 == 200
    });
    std::fs::remove_dir_all(at("content/stories/other-one")).unwrap();
    until("a deleted folder", || served.get("/stories/other-one/").0 == 404);
    // A mistake keeps the page; mending it shows the new one.
    served.project.put(STORY, "no front matter");
    std::thread::sleep(Duration::from_millis(300));
    assert!(shows("原子保存"), "the last good page");
    served.project.put(STORY, format!("{story}\n改好了。\n"));
    until("mended", || shows("改好了"));
    // The whole folder away and back, as a checkout of another branch does it.
    std::fs::rename(at("content"), at("away")).unwrap();
    std::thread::sleep(Duration::from_millis(900));
    assert!(shows("改好了"), "the last good page without a folder");
    served.project.put("away/stories/zhang-village/index.md", format!("{story}\n回来了。\n"));
    std::fs::rename(at("away"), at("content")).unwrap();
    until("the folder back", || shows("回来了"));
    served.project.put(STORY, format!("{story}\n又改了。\n"));
    until("the folder is still watched", || shows("又改了"));
    // Hundreds of files at once.
    for n in 0..300 {
        served.project.put(&format!("content/stories/many-{n}/index.md"), &story);
    }
    until("a burst", || served.get("/stories/many-299/").0 == 200);
}

#[test]
fn drafts_are_shown_when_asked_for_and_a_taken_port_is_said() {
    let project = Project::starter();
    let story = project.text(STORY).replacen("---\n", "---\ndraft: true\n", 1);
    project.put("content/stories/draft/index.md", story);
    let served = Served::new(project, &["--drafts"]);
    assert_eq!(served.get("/stories/draft/").0, 200);
    let mut other = served.project.command(&["serve", "--port", &served.port.to_string()]);
    let mut child = other.stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let _ = child.kill();
    let _ = child.wait();
    assert!(line.starts_with(&format!("port {} is taken; port ", served.port)), "{line}");
}

#[cfg(target_os = "linux")]
#[test]
fn pages_that_were_closed_are_let_go() {
    let served = Served::new(Project::starter(), &[]);
    let open = || std::fs::read_dir(format!("/proc/{}/fd", served.child.id())).unwrap().count();
    let before = open();
    // More in all than are held at a time: who has gone takes nobody's place.
    for round in 0..4 {
        let hearing: Vec<TcpStream> = (0..150)
            .map(|n| {
                let mut stream = served.connect();
                let port = served.port;
                let path = "/.shanhai/events?path=index.html";
                write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n").unwrap();
                let mut heard = Vec::new();
                while !String::from_utf8_lossy(&heard).contains("event: state") {
                    let mut bytes = [0; 512];
                    let read = stream.read(&mut bytes).unwrap();
                    assert!(read > 0, "round {round}, page {n}: it was closed");
                    heard.extend_from_slice(&bytes[..read]);
                }
                stream
            })
            .collect();
        assert!(open() >= hearing.len(), "{} open", open());
        drop(hearing);
        until("they are closed here too", || open() <= before + 2);
    }
    assert_eq!(served.get("/").0, 200);
}

#[cfg(unix)]
#[test]
fn it_ends_at_once_and_leaves_nothing() {
    for name in ["INT", "TERM"] {
        let mut served = Served::new(Project::starter(), &[]);
        let before = std::fs::read_dir(served.project.path(".")).unwrap().count();
        let mut open = served.connect();
        let port = served.port;
        write!(open, "GET /.shanhai/events?path=index.html HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")
            .unwrap();
        let began = Instant::now();
        let id = served.child.id().to_string();
        assert!(std::process::Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
        let ended = served.child.wait().unwrap();
        assert!(ended.code() == Some(0) && began.elapsed() < Duration::from_secs(2), "{ended:?}");
        assert_eq!(std::fs::read_dir(served.project.path(".")).unwrap().count(), before);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_browser_is_opened_and_other_machines_are_let_in_when_asked_for() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = Project::starter()
        .file("bin/xdg-open", "#!/bin/sh\nprintf %s \"$1\" > opened.new && mv opened.new opened\n");
    std::fs::set_permissions(project.path("bin/xdg-open"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut path = std::ffi::OsString::from(project.path("bin"));
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap());
    let mut command = project.command(&["serve", "--port", "0", "--open", "--host", "0.0.0.0"]);
    let mut child = command.env("PATH", path).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let (warning, greeting) = (said.next().unwrap(), said.next().unwrap());
    until("it is opened", || project.path("opened").exists());
    let _ = child.kill();
    let _ = child.wait();
    assert!(warning.starts_with("the preview is open to every network that this machine is on"), "{warning}");
    let url = greeting.split(' ').nth(2).unwrap();
    assert!(url.starts_with("http://127.0.0.1:"), "{greeting}");
    assert_eq!(project.text("opened"), url);
}

#[cfg(target_os = "linux")]
#[test]
fn a_thousand_edits_leak_no_memory() {
    let served = Served::new(Project::starter(), &[]);
    let story = served.project.text(STORY);
    let edit = |turn: usize| {
        let words = format!("第{turn}次修改");
        served.project.put(STORY, format!("{story}\n{words}。\n"));
        until("an edit", || served.page("/stories/zhang-village/").contains(&words));
    };
    let kilobytes = || {
        let status = std::fs::read_to_string(format!("/proc/{}/status", served.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<usize>().unwrap()
    };
    // What is only held ready is there after the first few.
    (0..200).for_each(edit);
    let before = kilobytes();
    (200..1200).for_each(edit);
    let after = kilobytes();
    assert!(after < before + 8_000, "{before} kB grew to {after} kB");
}
