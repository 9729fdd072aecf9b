//! The registry. A new behaviour is one file here, named as the sentence it proves, and one line below.

mod stand_in;

use crate::harness::Behaviour;

macro_rules! behaviours {
    ($($name:ident,)*) => {
        $(mod $name;)*
        /// Every behaviour, in the order they run.
        pub(crate) const ALL: &[Behaviour] = &[$($name::BEHAVIOUR),*];
    };
}

behaviours![
    harness_uses_an_open_shadow_root_under_the_strict_policy,
    harness_builds_the_host_page_that_is_asked_for,
    harness_finds_nothing_wrong_with_axe_on_an_accessible_element,
    harness_notices_what_axe_objects_to,
    harness_notices_a_policy_violation,
    harness_notices_an_uncaught_error_and_an_unhandled_rejection,
    harness_notices_a_request_for_something_else,
    harness_notices_what_a_page_stores,
    harness_notices_a_layout_shift_beside_the_element,
    harness_emulates_a_dark_scheme,
    harness_walks_through_the_element_by_tab,
    harness_looks_into_a_frame,
    harness_sets_the_size_of_the_page,
    harness_lets_a_file_fail_and_recover,
];
