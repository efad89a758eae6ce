//! Systems that have no signals: keys come as keys, and a closed window ends the process. What is typed is kept as it is
//! typed, so that nothing is lost by that.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::Signal;

/// There is nothing to listen to.
pub(in crate::run) fn start(_: impl Fn(Signal) + Send + 'static, _: Arc<AtomicBool>) -> io::Result<()> {
    Ok(())
}

/// There is nobody who would wake this process up again.
pub(in crate::run) fn suspend() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
