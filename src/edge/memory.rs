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

/// Gives no memory back before the process ends, unless the environment (`MIMALLOC_PURGE_DELAY`) wants it otherwise.
pub fn keep_memory() {
    set_purge_delay(-1);
}

/// Gives back what `work` frees, and keeps memory from then on. Where much of one kind goes at once, as the texts do when
/// all of them are read, it would stand idle to the end: what is made afterwards is of other sizes.
pub fn give_back<T>(work: impl FnOnce() -> T) -> T {
    set_purge_delay(0);
    let done = work();
    // What one thread has freed of another's memory is free when that one looks through its own. All of them do now.
    // SAFETY: looks through the memory of the thread that calls it.
    rayon::broadcast(|_| unsafe { libmimalloc_sys::mi_collect(false) });
    keep_memory();
    done
}

/// Milliseconds until free pages are given back; none where it is negative.
fn set_purge_delay(milliseconds: std::ffi::c_long) {
    // SAFETY: sets one of the allocator's options, which may be set at any time, from any thread.
    unsafe { libmimalloc_sys::mi_option_set_default(PURGE_DELAY, milliseconds) }
}
