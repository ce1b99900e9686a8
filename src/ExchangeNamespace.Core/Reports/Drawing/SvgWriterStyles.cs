namespace ExchangeNamespace.Reports.Drawing;

internal static partial class SvgWriter
{
    /// <summary>
    /// The style sheet of the pictures, for the page that holds them. The page changes colours by the custom properties; they have a light
    /// and a dark default, and print is light.
    /// </summary>
    public const string Styles = """
        .exn-picture {
          --exn-ink: #1c2128; --exn-quiet: #4c5561; --exn-paper: #ffffff; --exn-edge: #8a94a3;
          --exn-outside: #1f5fa8; --exn-outside-ground: #edf3fa; --exn-inside: #1d6b4f; --exn-inside-ground: #eef6f1;
          --exn-door: #fbf3df; --exn-door-edge: #a07414; --exn-badge: #6b4a00; --exn-badge-ink: #ffffff;
          --exn-proxied: #5f4b8b; --exn-redirected: #9a3b26; --exn-frame: #f6f8fa;
          display: block; max-width: 100%; height: auto;
          font-family: "Segoe UI", "Liberation Sans", Arial, "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          .exn-picture {
            --exn-ink: #e8ebef; --exn-quiet: #b3bcc7; --exn-paper: #1b2027; --exn-edge: #6d7887;
            --exn-outside: #86b6f0; --exn-outside-ground: #14202e; --exn-inside: #7ccfa9; --exn-inside-ground: #14241d;
            --exn-door: #2c2513; --exn-door-edge: #d3a84a; --exn-badge: #e6bf66; --exn-badge-ink: #1b1605;
            --exn-proxied: #bba8ea; --exn-redirected: #f0a08d; --exn-frame: #20262e;
          }
        }
        @media print {
          .exn-picture {
            --exn-ink: #1c2128; --exn-quiet: #4c5561; --exn-paper: #ffffff; --exn-edge: #8a94a3;
            --exn-outside: #1f5fa8; --exn-outside-ground: #edf3fa; --exn-inside: #1d6b4f; --exn-inside-ground: #eef6f1;
            --exn-door: #fbf3df; --exn-door-edge: #a07414; --exn-badge: #6b4a00; --exn-badge-ink: #ffffff;
            --exn-proxied: #5f4b8b; --exn-redirected: #9a3b26; --exn-frame: #f6f8fa;
          }
        }
        .exn-box { fill: var(--exn-paper); stroke: var(--exn-edge); stroke-width: 1; }
        .exn-outside { fill: var(--exn-outside-ground); stroke: none; }
        .exn-inside { fill: var(--exn-inside-ground); stroke: none; }
        .exn-frontdoor { fill: var(--exn-door); stroke: var(--exn-door-edge); }
        .exn-badge { fill: var(--exn-badge); stroke: none; }
        .exn-key { fill: none; stroke: none; }
        .exn-site { fill: var(--exn-frame); }
        .exn-line { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; }
        .exn-arrow { fill: currentColor; stroke: none; }
        .exn-line-outside { color: var(--exn-outside); }
        .exn-line-inside { color: var(--exn-inside); }
        .exn-line-proxied { color: var(--exn-proxied); }
        .exn-line-redirected { color: var(--exn-redirected); }
        .exn-line-wall { color: var(--exn-edge); }
        .exn-line-proxied .exn-line { stroke-dasharray: 7 4; }
        .exn-line-wall .exn-line { stroke-dasharray: 10 6; stroke-width: 3; }
        .exn-line-redirected .exn-line { stroke-dasharray: 2 4; }
        .exn-line-today { color: var(--exn-redirected); }
        .exn-line-tick { color: var(--exn-edge); }
        .exn-line-tick .exn-line { stroke-width: 1; stroke-dasharray: 1 4; }
        .exn-line-later { color: var(--exn-quiet); }
        .exn-entry { fill: none; stroke: none; }
        .exn-span, .exn-day { stroke: none; fill: var(--exn-outside); }
        .exn-support { fill: var(--exn-inside); }
        .exn-step { fill: var(--exn-proxied); }
        .exn-rule { fill: var(--exn-door-edge); }
        .exn-entry.exn-box { fill: none; }
        .exn-text { fill: var(--exn-ink); font-size: 13px; }
        .exn-half { font-size: 15px; font-weight: 700; }
        .exn-strong { font-size: 13px; font-weight: 700; }
        .exn-plain { font-size: 13px; }
        .exn-quiet { font-size: 12px; fill: var(--exn-quiet); }
        .exn-text.exn-badge { font-size: 12px; font-weight: 700; fill: var(--exn-badge-ink); }
        .exn-centred { text-anchor: middle; }
        .exn-narrow { display: none; }
        @media screen and (max-width: 767px) {
          .exn-wide { display: none; }
          .exn-narrow { display: block; }
        }

        """;
}
