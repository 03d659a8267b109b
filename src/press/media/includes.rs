//! Includes of themes that texts count on, though the themes are not here: films, sounds and pictures.
//!
//! They say what the themes' own would, as far as it is content; a file of the same name in `_includes` goes over them.

/// Paths below `_includes`, and their texts.
pub const INCLUDES: [(&str, &str); 9] = [
    (
        "embed/youtube.html",
        "<iframe src=\"https://www.youtube.com/embed/{{ include.id }}\" title=\"{{ include.title | escape }}\" \
         data-poster=\"{{ include.poster }}\"></iframe>",
    ),
    (
        "embed/bilibili.html",
        "<iframe src=\"https://player.bilibili.com/player.html?bvid={{ include.id }}\" \
         title=\"{{ include.title | escape }}\"></iframe>",
    ),
    (
        "embed/spotify.html",
        "<iframe src=\"https://open.spotify.com/embed/track/{{ include.id }}\" title=\"{{ include.title | escape }}\"></iframe>",
    ),
    (
        "embed/twitch.html",
        "<iframe src=\"https://www.twitch.tv/videos/{{ include.id }}\" title=\"{{ include.title | escape }}\"></iframe>",
    ),
    ("embed/video.html", VIDEO),
    ("embed/audio.html", AUDIO),
    ("video", VIDEO_OF_PROVIDER),
    ("figure", FIGURE),
    ("figure.html", FIGURE),
];

/// Chirpy's; `types` names further files with the same name but for their ending.
const VIDEO: &str = "\
<video controls src=\"{{ include.src }}\" poster=\"{{ include.poster }}\" title=\"{{ include.title | escape }}\"\
{% if include.muted %} muted{% endif %}{% if include.loop %} loop{% endif %}></video>";

const AUDIO: &str = "<audio controls src=\"{{ include.src }}\" title=\"{{ include.title | escape }}\"></audio>";

/// Minimal Mistakes'.
const VIDEO_OF_PROVIDER: &str = "\
{% case include.provider %}\
{% when 'vimeo' %}<iframe src=\"https://player.vimeo.com/video/{{ include.id }}\"></iframe>\
{% when 'bilibili' %}<iframe src=\"https://player.bilibili.com/player.html?bvid={{ include.id }}\"></iframe>\
{% when 'google-drive' %}<iframe src=\"https://drive.google.com/file/d/{{ include.id }}/preview\"></iframe>\
{% else %}<iframe src=\"https://www.youtube.com/embed/{{ include.id }}\"></iframe>\
{% endcase %}";

const FIGURE: &str = "\
<figure><img src=\"{{ include.image_path | default: include.src }}\" alt=\"{{ include.alt | escape }}\">\
{% if include.caption %}<figcaption>{{ include.caption | markdownify | remove: '<p>' | remove: '</p>' | strip }}</figcaption>\
{% endif %}</figure>";
