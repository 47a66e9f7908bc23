//! The listening socket and its limits: connections, time-outs, size of headers, graceful shutdown.

use super::handler::handle;
use super::origin_check::ServerAddress;
use super::worker::Message;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::{TcpListener, ToSocketAddrs as _};
use std::sync::{Arc, mpsc::Sender};
use std::time::Duration;
use tokio::sync::Semaphore;

/// How many connections are held at a time; more are closed.
const CONNECTIONS: usize = 400;
/// How long the head of a request may take, and a connection be silent between two.
const HEAD: Duration = Duration::from_secs(10);
/// How many bytes the head of a request may have.
const HEAD_BYTES: usize = 32 << 10;
/// How many header lines a request may have.
const HEADERS: usize = 64;
/// How many ports after the one that is taken are tried.
const PORTS: u16 = 50;

/// A socket that waits for browsers.
#[derive(Debug)]
pub struct BoundSocket {
    pub(super) listener: TcpListener,
    /// Where.
    pub server: ServerAddress,
    /// True if the port that was asked for was taken.
    pub moved: bool,
}

/// Takes a port: the one asked for, or the next that is free.
///
/// # Errors
/// What the system says to the last one tried.
pub fn bind(host: &str, port: u16) -> io::Result<BoundSocket> {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for candidate in port..=port.saturating_add(PORTS) {
        // A name may have several addresses; the first that works is taken.
        for address in (bare, candidate).to_socket_addrs()? {
            match TcpListener::bind(address) {
                Ok(listener) => {
                    let server = ServerAddress { address: listener.local_addr()?, host: host.to_owned() };
                    return Ok(BoundSocket { listener, server, moved: candidate != port });
                }
                Err(error) => last = error,
            }
        }
        if last.kind() != io::ErrorKind::AddrInUse || port == 0 {
            break;
        }
    }
    Err(last)
}

/// Serves until the process is told to end.
pub(super) fn serve(bound: BoundSocket, work: Sender<Message>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        bound.listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(bound.listener)?;
        tokio::spawn(accept(listener, Arc::new(bound.server), work));
        ended().await
    })?;
    // Open pages are not waited for: they come back when the server does.
    runtime.shutdown_background();
    Ok(())
}

/// Waits for Ctrl-C or the system's wish that the process end.
#[cfg(unix)]
async fn ended() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut asked = signal(SignalKind::terminate())?;
    let told = Arc::new(tokio::sync::Notify::new());
    let other = Arc::clone(&told);
    tokio::spawn(async move {
        asked.recv().await;
        other.notify_one();
    });
    let other = Arc::clone(&told);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            other.notify_one();
        }
    });
    told.notified().await;
    Ok(())
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
async fn ended() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}

/// Takes connections for as long as it is let.
pub(super) async fn accept(
    listener: tokio::net::TcpListener,
    server: Arc<ServerAddress>,
    work: Sender<Message>,
) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many open files, most likely: some will be closed.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
        let _ = stream.set_nodelay(true);
        let (server, work) = (Arc::clone(&server), work.clone());
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let answered = handle(request, Arc::clone(&server), work.clone());
                async move { Ok::<_, Infallible>(answered.await) }
            });
            // Whatever goes wrong is the client's business: it hung up, or sent what is no request.
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD)
                .max_buf_size(HEAD_BYTES)
                .max_headers(HEADERS)
                .serve_connection(TokioIo::new(stream), service)
                .await;
            drop(place);
        });
    }
}
