//! The allocator of the program.
//!
//! A build is many small texts, made and dropped on all threads at once: a quarter of its time went to the allocator of
//! the system.

use libmimalloc_sys as mi;
use std::alloc::{GlobalAlloc, Layout};

/// mimalloc, asked in the shortest way: nearly all that a program of texts and numbers wants lies as any memory does, and
/// to ask for a certain place takes twice as long.
pub struct Allocator;

/// All memory that mimalloc gives begins at a multiple of this.
const USUAL_ALIGN: usize = 8;

// SAFETY: mimalloc gives memory of the size and at a multiple of what was asked for, or a null pointer; it knows what it
// gave, whichever way it was asked.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match layout.align() <= USUAL_ALIGN {
            true => unsafe { mi::mi_malloc(layout.size()) }.cast(),
            false => unsafe { mi::mi_malloc_aligned(layout.size(), layout.align()) }.cast(),
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        match layout.align() <= USUAL_ALIGN {
            true => unsafe { mi::mi_zalloc(layout.size()) }.cast(),
            false => unsafe { mi::mi_zalloc_aligned(layout.size(), layout.align()) }.cast(),
        }
    }

    unsafe fn dealloc(&self, memory: *mut u8, _: Layout) {
        unsafe { mi::mi_free(memory.cast()) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        match layout.align() <= USUAL_ALIGN {
            true => unsafe { mi::mi_realloc(memory.cast(), size) }.cast(),
            false => unsafe { mi::mi_realloc_aligned(memory.cast(), size, layout.align()) }.cast(),
        }
    }
}
