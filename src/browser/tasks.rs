//! What the framework puts off: its effects run in a microtask, or at once where a change has to be on the page before
//! the browser goes on, as before it prints.
//!
//! Knows nothing of what the effects draw. In place of the executor that Leptos would bring, which cannot be told to run.

use super::dom::later;
use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use fragile::Fragile;
use std::cell::{Cell, RefCell};
use std::mem::take;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::task::{Context, Wake, Waker};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::window;

/// Sets up the framework's tasks, once; in an app of others theirs are used.
pub fn set_up() {
    Executor::init_custom_executor(Tasks).ok();
}

/// Runs all that is put off, now.
pub fn run() {
    if RUNS.replace(true) {
        return;
    }
    loop {
        let tasks = QUEUE.with_borrow_mut(take);
        if tasks.is_empty() {
            break;
        }
        for task in tasks {
            poll(task);
        }
    }
    RUNS.set(false);
}

/// Acts when the next picture of the page is shown.
pub fn after_picture(act: Box<dyn FnOnce()>) {
    AFTER.with_borrow_mut(|after| after.push(act));
    // Fails in no window, and then nothing is shown.
    PICTURE.with(|drawn| {
        drop(window().map(|window| window.request_animation_frame(drawn.as_ref().unchecked_ref())));
    });
}

/// It is called right before the picture.
fn picture() {
    for act in AFTER.with_borrow_mut(take) {
        later(0, act);
    }
}

thread_local! {
    static AFTER: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    static PICTURE: Closure<dyn Fn()> = Closure::new(picture);
    static QUEUE: RefCell<Vec<Arc<Task>>> = const { RefCell::new(Vec::new()) };
    static RUNS: Cell<bool> = const { Cell::new(false) };
    static RUN: Closure<dyn Fn()> = Closure::new(run);
}

/// A future, until it is done; there is one thread.
struct Task {
    future: Fragile<RefCell<Option<PinnedLocalFuture<()>>>>,
    is_queued: AtomicBool,
}

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        if self.is_queued.swap(true, Relaxed) {
            return;
        }
        let is_first = QUEUE.with_borrow_mut(|queue| {
            queue.push(self);
            queue.len() == 1
        });
        if is_first && !RUNS.get() {
            RUN.with(|run| window().map(|window| window.queue_microtask(run.as_ref().unchecked_ref())));
        }
    }
}

fn poll(task: Arc<Task>) {
    task.is_queued.store(false, Relaxed);
    let waker = Waker::from(task.clone());
    let mut future = task.future.get().borrow_mut();
    if let Some(running) = &mut *future
        && running.as_mut().poll(&mut Context::from_waker(&waker)).is_ready()
    {
        *future = None;
    }
}

struct Tasks;

impl CustomExecutor for Tasks {
    fn spawn(&self, future: PinnedFuture<()>) {
        self.spawn_local(future);
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        let future = Fragile::new(RefCell::new(Some(future)));
        Arc::new(Task { future, is_queued: AtomicBool::new(false) }).wake();
    }

    fn poll_local(&self) {
        run();
    }
}
