//! What readers do, family by family.

mod accessibility;
mod clicks;
mod code;
mod contents;
mod embeds;
mod equality;
mod failures;
mod fragments;
mod history;
mod host;
mod layout;
mod long_page;
mod machines;
mod memory;
mod missing;
mod motion;
mod navigation;
mod no_script;
mod notes;
mod odd_pages;
mod offline;
mod offline_blog;
mod offline_updates;
mod phone;
mod prefetch;
mod previews;
mod reading;
mod redirects;
mod right_to_left;
mod safety;
mod search;
mod search_marks;
mod search_page;
mod settings;
mod sharing;
mod shortcuts;
mod slowness;
mod take_over;
mod zoom;

use crate::{
    browser::Kind,
    runner::{LeftOut, Scenario},
};

macro_rules! scenarios {
    ($($family:ident: $($name:ident),+;)+) => {
        &[$($(Scenario {
            name: concat!(stringify!($family), "::", stringify!($name)),
            run: |tab| Box::pin($family::$name(tab)),
        }),+),+]
    };
}

/// Run in browsers as almost everybody has them.
pub(crate) const WITH_SCRIPTS: &[Scenario] = scenarios! {
    host: answers_as_github_pages_does;
    reading: every_kind_of_page_opens, addresses_begin_with_the_base;
    take_over: leaves_the_page_as_the_reader_has_it, goes_unnoticed, waits_where_data_is_saved,
        that_fails_leaves_a_page_of_links;
    odd_pages: of_another_build_are_shown_anew, without_their_data_stay_static, with_a_query_are_the_same,
        of_a_host_that_always_sends_home_follow_the_address;
    navigation: goes_on_without_loading_pages, follows_the_language_of_the_page, works_by_keyboard,
        finds_paths_in_any_script;
    history: back_and_forward_restore_page_and_place, quick_steps_end_where_they_lead, reload_keeps_the_place,
        back_from_a_file_restores_the_place;
    fragments: within_the_page, to_a_section_of_another_post, of_another_post_is_reached_at_once, at_the_first_load;
    clicks: that_are_the_browsers_stay_so, with_control_open_a_tab;
    code: is_copied_by_keyboard_as_it_stands, is_selected_where_the_clipboard_is_closed, can_be_copied_on_every_page;
    missing: address_gets_the_404_page_and_a_way_on, link_shows_the_not_found_page,
        page_is_told_from_a_home_page_in_its_place, page_of_such_a_host_may_still_be_a_redirect,
        page_data_but_a_file_is_opened;
    redirects: keep_the_place_in_the_text, are_followed_without_loading_a_document;
    machines: find_a_file_at_every_address;
    failures: host_is_down, server_error, answer_is_cut_short, answer_is_not_utf8, answer_is_of_another_version, can_be_dismissed,
        on_the_way_back;
    slowness: shows_a_bar_after_a_moment, shows_none_when_there_is_no_wait, never_brings_back_an_older_wish,
        is_given_up_by_going_back, of_the_device_shows_no_half_pages;
    prefetch: by_the_pointer_brings_a_page_once, by_focus_brings_a_page_once, in_flight_is_not_asked_for_again;
    equality: of_every_page;
    zoom: by_keyboard, by_mouse, is_only_for_what_is_larger;
    embeds: of_a_strict_site_are_links, open_in_their_place;
    long_page: comes_whole, keeps_its_place, is_entered_at_its_end;
    phone: has_no_sideways_scroll;
    accessibility: in_light, in_dark, in_chosen_colors, in_the_panel_of_settings, in_forced_colors;
    layout: fits_narrow_windows, fits_at_double_size, bears_wide_spacing, never_shifts;
    right_to_left: is_accessible, fits_narrow_windows, is_kept_by_the_app,
        is_the_same_from_app_and_press;
    motion: is_none_for_who_wants_none, goes_from_list_to_post_for_all_others;
    settings: are_chosen_by_keyboard, are_kept, of_colors_change_by_a_button, that_are_damaged_count_as_none,
        that_cannot_be_kept_last_as_long_as_the_page;
    memory: of_saved_posts_has_a_page, can_be_cleared, of_read_posts_shows_in_lists, of_the_last_visit_tells_what_is_new,
        of_the_place_offers_to_go_on;
    shortcuts: go_everywhere, are_listed, leave_typing_alone;
    search: goes_by_keyboard_alone, gives_the_focus_back, opens_while_something_is_typed, narrows_and_sorts, shows_more_of_one_query, is_never_a_dead_end, remembers_what_was_looked_for,
        tells_what_did_not_come;
    search_page: is_shared_by_its_address, follows_back_and_forward, is_reached_from_the_dialog, is_accessible;
    search_marks: stay_until_escape, lead_to_the_section;
    contents: are_a_drawer_in_narrow_windows, follow_the_reader;
    previews: follow_the_mouse;
    sharing: gives_the_address, tells_of_the_network;
    notes: follow_the_mouse, follow_the_focus, are_reached_by_a_click;
    offline: shows_what_was_read, tells_what_was_not_read, answers_for_a_slow_host, leaves_files_to_the_host,
        forgets_what_the_reader_clears, is_left_alone_where_nothing_can_be_kept;
    offline_blog: is_kept_whole, is_searched, stops_and_goes_on, breaks_off_and_comes_at_the_next_visit, fills_the_storage, is_cleared_away_by_the_browser, is_removed;
    offline_updates: come_with_the_next_page, serve_two_tabs_of_two_builds, that_are_interrupted_come_later,
        leave_the_old_build_its_files, bring_changed_posts, can_be_switched_off;
    safety: attacks_would_be_noticed, attacks_in_opened_pages_do_no_harm, attacks_in_reached_pages_do_no_harm,
        attacks_in_unclean_data_do_no_harm;
};

/// Run in browsers that run no scripts.
pub(crate) const WITHOUT_SCRIPTS: &[Scenario] = scenarios! {
    search_page: says_that_it_needs_scripts;
    no_script: pages_are_read_and_links_work, code_has_colors_and_no_button, unknown_address_is_told;
};

/// What is not run everywhere.
pub(crate) const LEFT_OUT: &[LeftOut] = &[
    LeftOut {
        why: "a third browser finds what it finds at one base, and the one with a folder asks more of the site",
        beginnings: &[""],
        in_browsers: |kind| kind == Kind::WebKit,
        at: |base| base == "/",
    },
    LeftOut {
        why: "WebKit's driver works by scripts in the page, and does not tell what the page complains of",
        beginnings: &["no_script::", "search_page::says_that", "odd_pages::without_their_data_stay_static"],
        in_browsers: |kind| kind == Kind::WebKit,
        at: |_| true,
    },
    LeftOut {
        why: "WebKit has no cache of answers while it is driven",
        beginnings: &["host::answers_as_github_pages_does", "prefetch::in_flight_is_not_asked_for_again"],
        in_browsers: |kind| kind == Kind::WebKit,
        at: |_| true,
    },
    LeftOut {
        why: "WebKit takes the last of several steps that are asked for at once",
        beginnings: &["history::quick_steps_end_where_they_lead"],
        in_browsers: |kind| kind == Kind::WebKit,
        at: |_| true,
    },
    LeftOut {
        why: "WebKit's small browser opens tabs that the driver does not know",
        beginnings: &["clicks::with_control_open_a_tab"],
        in_browsers: |kind| kind == Kind::WebKit,
        at: |_| true,
    },
    LeftOut {
        why: "not understood yet: in some runs WebKit leaves the page while its attacks are clicked at",
        beginnings: &["safety::attacks_in_opened_pages_do_no_harm"],
        in_browsers: |kind| kind == Kind::WebKit,
        at: |_| true,
    },
    LeftOut {
        why: "a fault not mended yet: WebKit forgets the place in a page that it loads anew on the way back",
        beginnings: &["history::back_from_a_file_restores_the_place"],
        in_browsers: |kind| kind == Kind::WebKit,
        at: |_| true,
    },
    LeftOut {
        why: "one browser's colors and roles are as good as another's, and only Chromium takes the orders",
        beginnings: &[
            "accessibility::",
            "layout::never_shifts",
            "motion::goes_",
            "right_to_left::is_accessible",
            "search_page::is_accessible",
            "slowness::of_the_device",
        ],
        in_browsers: |kind| kind != Kind::Chromium,
        at: |_| true,
    },
    LeftOut {
        why: "only Chromium can be told how much room it has and what it is to forget",
        beginnings: &[
            "offline::answers_for_a_slow_host",
            "offline::is_left_alone_where_nothing_can_be_kept",
            "offline_blog::fills_the_storage",
            "offline_blog::is_cleared_away_by_the_browser",
            "offline_updates::",
        ],
        in_browsers: |kind| kind != Kind::Chromium,
        at: |_| true,
    },
    LeftOut {
        why: "the base is in links alone: no page looks different for it",
        beginnings: &["accessibility::", "layout::", "motion::", "right_to_left::"],
        in_browsers: |kind| kind != Kind::WebKit,
        at: |base| base != "/",
    },
];
