// As such pages do: what is in a form is bound and dressed once all is there, and every link is looked at.
jQuery(function ($) {
  $("form :input").on("change click", function () {}).addClass("bound");
  $(document).on("click keydown change", "a, button, input, summary", function () {});
  $.ajaxSetup({ cache: false });
});
