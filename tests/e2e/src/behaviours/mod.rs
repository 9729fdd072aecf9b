//! The registry. A new behaviour is one file here, named as the sentence it proves, and one line below.

mod accessible;
mod hosts;
mod stand_in;
mod states;
mod tour;
mod twins;
mod walk;
mod widget;

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
    the_snippet_shows_the_shared_data_and_nothing_else_happens,
    code_words_and_data_are_asked_for_at_once,
    a_country_narrows_the_cards_and_a_chip_takes_it_away,
    a_parent_finds_what_is_below_it_and_is_mixed_when_only_that_is_chosen,
    filters_work_by_keyboard_alone,
    every_filter_is_worked_by_keyboard_alone,
    every_card_is_worked_by_keyboard_alone,
    the_focus_is_seen_wherever_it_is,
    a_screen_reader_is_told_what_is_there,
    search_narrows_letter_by_letter_and_needs_no_accents,
    nothing_found_is_said_with_a_hint,
    an_agreement_opens_to_its_details,
    a_card_opens_to_all_that_is_stated,
    a_word_on_a_card_is_a_filter_and_shows_what_fits,
    a_partners_name_leads_to_its_card,
    escape_closes_and_leads_back,
    the_words_are_those_of_the_pages_language,
    a_record_of_any_shape_is_readable,
    the_shared_data_is_whole_in_every_language,
    the_slot_stays_while_data_loads,
    data_that_cannot_be_had_is_said_and_tried_again,
    data_that_is_not_ours_is_refused_with_a_code,
    data_of_another_origin_needs_its_consent,
    an_answer_that_never_comes_is_given_up,
    a_server_that_recovers_is_not_noticed,
    code_that_is_missing_or_changed_is_said,
    what_the_policy_blocks_is_said,
    bad_records_are_left_out_and_the_rest_is_shown,
    a_bad_file_gets_the_same_verdict_in_the_page,
    elements_share_one_download_and_work_apart,
    a_second_copy_of_the_script_rests,
    the_classic_script_upgrades_a_div,
    attributes_are_live,
    a_wrong_attribute_is_one_warning_and_the_default,
    below_the_fold_nothing_is_asked_for_until_it_is_near,
    a_crash_is_recovered_from_once,
    an_element_can_be_moved_and_removed,
    a_narrow_column_has_its_filters_behind_a_button,
    a_dark_scheme_is_readable,
    styles_of_the_page_stay_outside,
    styles_of_the_element_stay_inside,
    one_and_the_same_agreement_meets_all_that_is_asked_of_agreements,
    cards_stand_in_the_order_asked,
    more_cards_come_page_by_page,
    what_the_page_locks_or_hides_stays_so,
    a_script_asks_and_sets,
    what_is_asked_stands_in_the_address,
    a_link_leads_to_what_was_asked,
    printing_shows_all_that_is_found,
    a_change_is_said_once,
    a_long_facet_has_a_search_of_its_own,
    a_country_finds_its_places_and_gives_them_back,
    what_is_asked_wrongly_does_no_harm,
    what_is_set_before_the_element_is_known_counts,
    what_was_asked_stays_when_the_rest_changes,
    what_is_open_stays_open_when_the_page_sets_something_else,
    a_script_unfolds_and_folds_the_agreements_of_a_card,
    a_list_of_choices_says_what_it_does_not_show,
    a_text_that_is_none_is_one_warning_and_the_packs_own_stands,
    back_opens_the_card_that_the_address_names,
    what_is_found_can_be_taken_along,
    several_sources_are_one_list,
    a_card_can_be_cited,
    what_is_less_certain_is_said_to_be_so,
    every_state_is_accessible_in_light,
    every_state_is_accessible_in_dark,
    every_state_is_accessible_in_forced_colours,
    every_state_is_accessible_from_right_to_left,
    what_axe_leaves_open_is_judged_and_still_comes_up,
    forced_colours_leave_everything_visible,
    nothing_moves_by_itself,
    from_right_to_left_everything_is_mirrored,
    at_four_hundred_percent_nothing_is_scrolled_sideways,
    text_of_twice_the_size_is_whole,
    text_set_wider_is_whole,
    the_visitors_font_size_counts_and_the_pages_does_not,
    a_page_that_is_translated_goes_on,
    a_part_in_another_language_says_so,
    a_page_that_takes_texts_away_does_no_harm,
    a_page_with_faults_of_its_own_is_served,
    what_is_printed_is_open_and_says_where_links_lead,
    any_host_keeps_its_looks_and_leaves_ours,
];
