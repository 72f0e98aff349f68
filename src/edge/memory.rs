//! Memory that a build has used once is used again.
//!
//! The allocator gives pages that stand free for ten milliseconds back to the system, which must clear each of them
//! before it is given out anew. A build frees and takes the same amount for every regulation: a quarter of its time went
//! to clearing. A program that stays must not call this, for it would keep its highest tide for ever.

/// `mi_option_purge_delay` of mimalloc's `mi_option_t`; the bindings have no name for it.
const PURGE_DELAY: std::ffi::c_int = 15;

/// Takes memory from now on in pages of the usual size. Huge ones are got faster, which tells where little is done; but
/// of each only a part is used, and where everything is made, a quarter of the memory is wasted for no gain of time.
pub fn spare_memory() {
    #[cfg(target_os = "linux")]
    // A system that cannot do that wastes the memory.
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

/// What one thread has freed of another's memory is of no use until that one looks through its own. All of them do now.
pub fn gather_memory() {
    // SAFETY: looks through the memory of the thread that calls it.
    rayon::broadcast(|_| unsafe { libmimalloc_sys::mi_collect(false) });
}

/// Gives no memory back before the process ends, unless the environment (`MIMALLOC_PURGE_DELAY`) wants it otherwise.
pub fn keep_memory() {
    // SAFETY: sets one of the allocator's options, which may be set at any time, from any thread.
    unsafe { libmimalloc_sys::mi_option_set_default(PURGE_DELAY, -1) }
}
