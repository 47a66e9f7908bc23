//! Host, Origin and Sec-Fetch checks against DNS rebinding and cross-site requests.
//!
//! A page of a stranger, open in the same browser, can send requests here, also under a name of its own that
//! leads to this machine. What such a request cannot do is name this server as its host and origin.

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::{StatusCode, Uri};
use std::net::{IpAddr, SocketAddr};

/// Where the server listens, and by which names.
#[derive(Debug, Clone)]
pub struct ServerAddress {
    /// The address.
    pub address: SocketAddr,
    /// The name that was asked for.
    pub host: String,
}

/// Why a request is refused.
pub(super) type Refused = (StatusCode, &'static str);

impl ServerAddress {
    /// True if only this machine can come in.
    pub fn is_private(&self) -> bool {
        self.address.ip().is_loopback()
    }

    /// The address to open in a browser.
    pub fn url(&self) -> String {
        let ip = self.address.ip();
        let host = match ip {
            IpAddr::V4(ip) if ip.is_unspecified() => "127.0.0.1".to_owned(),
            IpAddr::V6(ip) if ip.is_unspecified() => "[::1]".to_owned(),
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        format!("http://{host}:{}/", self.address.port())
    }

    /// Refuses what was not sent by a page of this server or by its user.
    pub(super) fn check(&self, uri: &Uri, headers: &HeaderMap) -> Result<(), Refused> {
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return Err((StatusCode::BAD_REQUEST, "one Host is needed\n"));
        };
        let named = |text: &str| self.is_own(text);
        let foreign = (StatusCode::FORBIDDEN, "this host is not served here\n");
        if !host.to_str().is_ok_and(named) || uri.authority().is_some_and(|one| !named(one.as_str())) {
            return Err(foreign);
        }
        let stranger = (StatusCode::FORBIDDEN, "requests of other sites are not answered\n");
        for origin in headers.get_all(ORIGIN) {
            let own = origin.to_str().is_ok_and(|text| text.strip_prefix("http://").is_some_and(named));
            if !own {
                return Err(stranger);
            }
        }
        // Without an origin: a picture or a script that a stranger's page embeds. Following a link is fine.
        let says = |name: &'static str| {
            headers.get(HeaderName::from_static(name)).map(hyper::http::HeaderValue::as_bytes)
        };
        let embedded = says("sec-fetch-site")
            .is_some_and(|site| site == b"cross-site" || site == b"same-site")
            && says("sec-fetch-mode") != Some(b"navigate");
        if embedded { Err(stranger) } else { Ok(()) }
    }

    /// True for `host:port` if it is this server.
    fn is_own(&self, text: &str) -> bool {
        let Ok(authority) = text.parse::<hyper::http::uri::Authority>() else { return false };
        if text.contains('@') || authority.port_u16().unwrap_or(80) != self.address.port() {
            return false;
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']');
        if host.eq_ignore_ascii_case("localhost") || host.eq_ignore_ascii_case(&self.host) {
            return true;
        }
        // Opened to others, it is reached by any of this machine's numbers; a name would not prove anything.
        host.parse::<IpAddr>()
            .is_ok_and(|ip| ip == self.address.ip() || ip.is_loopback() || !self.is_private())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, headers: &[(&'static str, &str)]) -> Option<u16> {
        let server =
            ServerAddress { address: address.parse().expect("address"), host: "127.0.0.1".to_owned() };
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().expect("value"));
        }
        server.check(&Uri::from_static("/"), &map).err().map(|(status, _)| status.as_u16())
    }

    #[test]
    fn only_this_server_is_a_host_and_an_origin() {
        let at = "127.0.0.1:4400";
        for host in ["127.0.0.1:4400", "localhost:4400", "LocalHost:4400", "[::1]:4400"] {
            assert_eq!(check(at, &[("host", host)]), None, "{host}");
        }
        for host in [
            "evil.example:4400",
            "127.0.0.1:4401",
            "127.0.0.1",
            "a@127.0.0.1:4400",
            "10.0.0.1:4400",
            "",
            "x y",
        ] {
            assert!(check(at, &[("host", host)]).is_some(), "{host}");
        }
        assert_eq!(check(at, &[]), Some(400));
        assert_eq!(check(at, &[("host", at), ("host", at)]), Some(400));
        assert_eq!(check(at, &[("host", at), ("origin", "http://127.0.0.1:4400")]), None);
        for origin in ["null", "https://127.0.0.1:4400", "http://evil.example", "http://127.0.0.1:4401"] {
            assert_eq!(check(at, &[("host", at), ("origin", origin)]), Some(403), "{origin}");
        }
        let embedded = [("host", at), ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")];
        assert_eq!(check(at, &embedded), Some(403));
        let followed = [("host", at), ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")];
        assert_eq!(check(at, &followed), None);
    }

    #[test]
    fn opened_to_others_it_answers_to_numbers_and_to_no_foreign_name() {
        let at = "0.0.0.0:80";
        assert_eq!(check(at, &[("host", "192.168.1.7")]), None);
        assert_eq!(check(at, &[("host", "evil.example")]), Some(403));
    }
}
