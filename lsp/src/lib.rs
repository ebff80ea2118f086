//! The language server: what the analyzer knows, in the Language Server Protocol.
//!
//! # Architecture invariant
//!
//! This crate translates. What is shown and done is decided in `hotforge_analyzer::ide`; compiling and running is done
//! by `hotforge_compiler`. One thread owns the state ([`owner`]), one makes diagnostics ([`diagnose`]), requests are
//! answered from snapshots ([`state`]), and no handler waits for the client ([`outgoing`], [`commands`]).

mod commands;
mod configuration;
mod diagnose;
mod document;
mod features;
mod files;
mod frames;
mod lines;
mod notebook;
mod ordered;
mod outgoing;
mod owner;
mod project;
mod server;
mod state;
mod watch;

use std::io;

use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::{LspService, Server};

use diagnose::Diagnoser;
use ordered::Ordered;
use owner::Owner;
use server::Hotforge;

/// How many requests are answered side by side. A compile takes a place for long; edits need none.
const MOST_REQUESTS: usize = 256;

/// How many bytes of messages may wait to be read.
const BUFFER: usize = 1 << 20;

/// Serves one client over stdin and stdout until it is gone.
///
/// # Errors
/// Where the system gives no threads.
pub fn serve_stdio() -> io::Result<()> {
    run(async {
        serve(tokio::io::stdin(), tokio::io::stdout()).await;
        Ok(())
    })
}

/// Serves one client over TCP on this machine until it is gone. Port 0 takes any free one; the port is printed.
///
/// # Errors
/// Where the port is taken.
pub fn serve_tcp(port: u16) -> io::Result<()> {
    run(async move {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        println!("{}", listener.local_addr()?.port());
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let (read, write) = stream.into_split();
        serve(read, write).await;
        Ok(())
    })
}

fn run(served: impl Future<Output = io::Result<()>>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let result = runtime.block_on(served);
    // A compile may still be running; nobody waits for it any more.
    runtime.shutdown_background();
    result
}

async fn serve(read: impl AsyncRead + Unpin, write: impl AsyncWrite) {
    let (outgoing, received) = tokio::sync::mpsc::unbounded_channel();
    let diagnoser = Diagnoser::start(outgoing.clone());
    let owner = Owner::start(diagnoser.clone());
    let running = commands::Running::default();
    let (service, socket) = LspService::new(|client| {
        tokio::spawn(outgoing::send(client.clone(), received));
        Hotforge::new(client, owner.clone(), outgoing, running.clone())
    });
    let ordered = Ordered::new(service, owner, running);
    let (sound, messages) = tokio::io::duplex(BUFFER);
    let server = Server::new(messages, write, socket).concurrency_level(MOST_REQUESTS).serve(ordered);
    // The server ends with the client's `exit`, which need not close the input.
    tokio::select! {
        () = server => {}
        () = async {
            frames::pass_messages(read, sound).await;
            std::future::pending::<()>().await;
        } => {}
    }
    diagnoser.end();
}
