using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Where a macro string stands: that decides which letters and which ends it may have.</summary>
internal enum SpfMacroUse
{
    /// <summary>A name to ask for.</summary>
    Domain,

    /// <summary>The value of an unknown modifier.</summary>
    Text,

    /// <summary>An explanation, where blanks are allowed too.</summary>
    Explanation,
}

/// <summary>One part of a macro string.</summary>
/// <param name="Literal">Plain text, where it is no macro.</param>
/// <param name="Letter">The letter of a macro, lower case.</param>
/// <param name="Escapes">Whether the value is escaped for a URL.</param>
/// <param name="Keep">How many parts of the value are kept, from the right.</param>
/// <param name="Reverses">Whether the parts are put in reverse order.</param>
/// <param name="Delimiters">What separates the parts.</param>
internal sealed record SpfMacroPart(string? Literal, char Letter = '\0', bool Escapes = false, int Keep = int.MaxValue,
    bool Reverses = false, string Delimiters = ".");

/// <summary>A macro string of RFC 7208 7, taken apart.</summary>
internal sealed class SpfMacroString
{
    private const string Letters = "slodipvh";
    private const string ExplanationLetters = "crt";
    private const string AllDelimiters = ".-+,/_=";

    private SpfMacroString(string text, IReadOnlyList<SpfMacroPart> parts)
    {
        Text = text;
        Parts = parts;
    }

    public string Text { get; }

    public IReadOnlyList<SpfMacroPart> Parts { get; }

    /// <summary>Whether it says the same for every sender.</summary>
    public bool IsConstant => Parts.All(p => p.Literal is not null);

    /// <summary>Whether it says the same for every sender of one domain.</summary>
    public bool DependsOnDomainOnly => Parts.All(p => p.Literal is not null || p.Letter is 'd');

    /// <summary>Whether the name of the address must be looked up first.</summary>
    public bool UsesValidatedName => Parts.Any(p => p.Letter == 'p');

    public static SpfMacroString? Read(string text, SpfMacroUse use, out string? fault)
    {
        List<SpfMacroPart> parts = [];
        StringBuilder literal = new();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c != '%')
            {
                if (c is < ' ' or > '~' || (c == ' ' && use != SpfMacroUse.Explanation))
                {
                    fault = "has a character that is not printable ASCII";
                    return null;
                }

                literal.Append(c);
                continue;
            }

            char next = ++i < text.Length ? text[i] : '\0';
            switch (next)
            {
                case '%':
                    literal.Append('%');
                    break;
                case '_':
                    literal.Append(' ');
                    break;
                case '-':
                    literal.Append("%20");
                    break;
                case '{' when ReadMacro(text, ref i, use) is { } macro:
                    Flush(literal, parts);
                    parts.Add(macro);
                    break;
                default:
                    fault = "has a % that begins no macro: %{letter}, %%, %_ or %-";
                    return null;
            }
        }

        Flush(literal, parts);
        fault = use == SpfMacroUse.Domain ? EndFault(text) : null;
        return fault is null ? new SpfMacroString(text, parts) : null;
    }

    private static void Flush(StringBuilder literal, List<SpfMacroPart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new SpfMacroPart(literal.ToString()));
            literal.Clear();
        }
    }

    /// <summary>Reads from the brace on, and leaves the position at the closing one.</summary>
    private static SpfMacroPart? ReadMacro(string text, ref int position, SpfMacroUse use)
    {
        int i = position + 1;
        if (i >= text.Length)
        {
            return null;
        }

        char letter = char.ToLowerInvariant(text[i]);
        bool known = Letters.IndexOf(letter) >= 0 || (use != SpfMacroUse.Domain && ExplanationLetters.IndexOf(letter) >= 0);
        bool escapes = text[i] is >= 'A' and <= 'Z';
        int digits = ++i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        int keep = int.MaxValue;
        if (i > digits)
        {
            // More than nine digits are more parts than a text can have.
            keep = i - digits > 9 ? int.MaxValue
                : int.Parse(text.Substring(digits, i - digits), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        bool reverses = i < text.Length && text[i] is 'r' or 'R';
        i += reverses ? 1 : 0;
        int delimiters = i;
        while (i < text.Length && AllDelimiters.IndexOf(text[i]) >= 0)
        {
            i++;
        }

        if (!known || keep == 0 || i >= text.Length || text[i] != '}')
        {
            return null;
        }

        position = i;
        return new SpfMacroPart(null, letter, escapes, keep, reverses, i > delimiters ? text.Substring(delimiters, i - delimiters) : ".");
    }

    /// <summary>A name ends in a macro, or in a dot and a top-level domain.</summary>
    private static string? EndFault(string text)
    {
        if (text.Length == 0)
        {
            return "has no domain";
        }

        if (EndsInMacro(text))
        {
            return null;
        }

        string name = text[text.Length - 1] == '.' ? text.Substring(0, text.Length - 1) : text;
        int dot = name.LastIndexOf('.');
        if (dot < 0)
        {
            return "has a name of a single label where a full domain is wanted";
        }

        string top = name.Substring(dot + 1);
        return SpfDomain.IsTopLabel(top) ? null
            : IPv4Text.Is(text) ? "has an address where a name is wanted: write ip4: for an address"
            : "has a domain that does not end in a top-level domain";
    }

    private static bool EndsInMacro(string text)
    {
        // An escape is two characters, so whether the last % begins one depends on those before it.
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                i = text[i + 1] == '{' ? text.IndexOf('}', i) : i + 1;
                if (i == text.Length - 1)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
