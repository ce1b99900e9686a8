using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Idna;

/// <summary>
/// The ASCII form of a name with other letters, and the check of A-labels that were given: RFC 5891 with the letter case and the
/// composition of UTS 46, and no other mapping. What the administrator did not write does not come out.
/// </summary>
internal static class InternationalName
{
    private const string Prefix = "xn--";
    private const int FirstNonAscii = 0x80;

    /// <summary>Whether a name has letters beyond ASCII, or a label that stands for such letters.</summary>
    public static bool Concerns(string name) =>
        !HostCharacters.AreAscii(name)
        || name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        || name.IndexOf("." + Prefix, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Turns every label into its ASCII form.</summary>
    /// <param name="name">Labels with dots between them, in any mixture of forms.</param>
    /// <param name="ascii">Lower case and A-labels.</param>
    /// <param name="reason">What is wrong, as a clause that has the label as its subject.</param>
    public static bool TryMap(string name, out string ascii, out string? reason)
    {
        ascii = string.Empty;
        reason = null;
        List<string> mapped = [];
        List<List<int>> written = [];
        foreach (string label in name.Split('.'))
        {
            if (Map(label, out List<int> points, out string text) is { } fault)
            {
                reason = fault;
                return false;
            }

            mapped.Add(text);
            written.Add(points);
        }

        if (written.Any(BidiRule.Concerns) && written.Any(l => l.Count > 0 && !BidiRule.Holds(l)))
        {
            reason = "mixes letters and digits that run in both directions, in an order that no registry takes";
            return false;
        }

        ascii = string.Join(".", mapped);
        return true;
    }

    private static string? Map(string label, out List<int> points, out string ascii)
    {
        ascii = Lower(label);
        points = [];
        if (CodePoints.Read(label) is not { } given)
        {
            return "holds half of a character";
        }

        if (HostCharacters.AreAscii(label))
        {
            points = [.. ascii.Select(c => (int)c)];
            return ascii.StartsWith(Prefix, StringComparison.Ordinal) ? Decode(ascii, out points) : null;
        }

        points = CanonicalForm.Of(given.Select(p => p < FirstNonAscii ? Lower((char)p) : IdnaTable.Current.Lower(p)));
        if (points.All(p => p < FirstNonAscii))
        {
            return $"holds {Shown(given.First(p => p >= FirstNonAscii))}, which would silently become another letter";
        }

        ascii = Prefix + Punycode.Encode(points);
        return Refusal(points);
    }

    private static string? Decode(string label, out List<int> points)
    {
        points = [];
        if (Punycode.Decode(label.Substring(Prefix.Length)) is not { } decoded
            || decoded.All(p => p < FirstNonAscii)
            || Prefix + Punycode.Encode(decoded) != label)
        {
            return $"has the label {VisibleText.Short(label)}, which stands for no name";
        }

        points = decoded;
        return Refusal(decoded) is not { } fault ? null
            : $"has the label {VisibleText.Short(label)}, which stands for a name that {fault}";
    }

    private static string? Refusal(List<int> label)
    {
        if (!CanonicalForm.Of(label).SequenceEqual(label))
        {
            return "has a letter and its mark apart";
        }

        if (IdnaTable.Current.IsMark(label[0]))
        {
            return $"begins with the mark {Shown(label[0])}";
        }

        if (label[0] == '-' || label[label.Count - 1] == '-' || (label.Count >= 4 && label[2] == '-' && label[3] == '-'))
        {
            return "has a hyphen at its start or end, or two hyphens in places three and four";
        }

        for (int i = 0; i < label.Count; i++)
        {
            if (label[i] < FirstNonAscii)
            {
                if (!HostCharacters.IsLdh((char)label[i]) || label[i] is >= 'A' and <= 'Z')
                {
                    return $"holds {Shown(label[i])}, which host names do not have";
                }
            }
            else if (IdnaTable.Current.Permission(label[i]) is not { } permission)
            {
                return $"holds {Shown(label[i])}, which host names do not have";
            }
            else if (permission == "context" && !ContextRules.Hold(label, i))
            {
                return $"holds {Shown(label[i])} where host names do not have it";
            }
        }

        return null;
    }

    private static string Lower(string ascii) => new([.. ascii.Select(c => (char)Lower(c))]);

    private static int Lower(char c) => c is >= 'A' and <= 'Z' ? c + ('a' - 'A') : c;

    private static string Shown(int point) => "U+" + point.ToString("X4", CultureInfo.InvariantCulture);
}
