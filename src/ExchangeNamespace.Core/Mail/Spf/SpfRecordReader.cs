using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>
/// Reads a record by the grammar of RFC 7208 12. A fault anywhere in it spoils the whole (4.6), so reading ends at the first.
/// </summary>
internal static class SpfRecordReader
{
    private const int Bits4 = 32;
    private const int Bits6 = 128;

    private static readonly IReadOnlyDictionary<string, SpfMechanismKind> Kinds = new Dictionary<string, SpfMechanismKind>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = SpfMechanismKind.All,
        ["include"] = SpfMechanismKind.Include,
        ["a"] = SpfMechanismKind.A,
        ["mx"] = SpfMechanismKind.Mx,
        ["ptr"] = SpfMechanismKind.Ptr,
        ["ip4"] = SpfMechanismKind.Ip4,
        ["ip6"] = SpfMechanismKind.Ip6,
        ["exists"] = SpfMechanismKind.Exists,
    };

    public static SpfRecord Read(string text)
    {
        if (text.Length > SpfRecord.Longest)
        {
            return Broken(text,
                string.Format(CultureInfo.InvariantCulture, "the record has {0} characters, more than one TXT record can hold",
                    text.Length));
        }

        if (!SpfRecord.IsRecord(text))
        {
            return Broken(text, $"the record does not begin with {SpfRecord.Version} and a blank");
        }

        List<SpfTerm> terms = [];
        HashSet<string> once = new(StringComparer.Ordinal);
        foreach (string part in text.Substring(SpfRecord.Version.Length).Split(' ').Where(p => p.Length > 0))
        {
            (SpfTerm? term, string? fault) = ReadTerm(part);
            if (term is null)
            {
                return Broken(text, $"'{VisibleText.Short(part)}' {fault}");
            }

            if (term is SpfModifier { Name: SpfModifier.Redirect or SpfModifier.Explanation } modifier && !once.Add(modifier.Name))
            {
                return Broken(text, $"{modifier.Name}= stands twice");
            }

            terms.Add(term);
        }

        return new SpfRecord { Text = text, Terms = terms };
    }

    private static SpfRecord Broken(string text, string fault) => new() { Text = text, Fault = fault };

    private static (SpfTerm? Term, string? Fault) ReadTerm(string part)
    {
        if (part.Any(c => c is < '!' or > '~'))
        {
            return (null, "has a character that is not printable ASCII; terms are separated by blanks only");
        }

        SpfQualifier? qualifier = part[0] switch
        {
            '+' => SpfQualifier.Pass,
            '-' => SpfQualifier.Fail,
            '~' => SpfQualifier.SoftFail,
            '?' => SpfQualifier.Neutral,
            _ => null,
        };
        int start = qualifier is null ? 0 : 1;
        int end = start;
        while (end < part.Length && IsNameCharacter(part[end]))
        {
            end++;
        }

        string name = part.Substring(start, end - start);
        if (end < part.Length && part[end] == '=' && qualifier is null)
        {
            return ReadModifier(part, name, part.Substring(end + 1));
        }

        if (!Kinds.TryGetValue(name, out SpfMechanismKind kind))
        {
            return (null, name.ToLowerInvariant() is SpfModifier.Redirect or SpfModifier.Explanation
                ? $"is a modifier: write {name}=, without a qualifier"
                : "is no mechanism of SPF, and no modifier either");
        }

        return ReadMechanism(new SpfMechanism(part, qualifier ?? SpfQualifier.Pass, kind), part.Substring(end));
    }

    private static (SpfTerm? Term, string? Fault) ReadModifier(string part, string name, string value)
    {
        if (name.Length == 0 || !IsLetter(name[0]))
        {
            return (null, "is a modifier without a name that begins with a letter");
        }

        string lower = name.ToLowerInvariant();
        bool isDomain = lower is SpfModifier.Redirect or SpfModifier.Explanation;
        SpfMacroString? macro = SpfMacroString.Read(value, isDomain ? SpfMacroUse.Domain : SpfMacroUse.Text, out string? fault);
        return macro is null ? (null, fault) : (new SpfModifier(part, lower, macro), null);
    }

    private static (SpfTerm? Term, string? Fault) ReadMechanism(SpfMechanism bare, string rest)
    {
        switch (bare.Kind)
        {
            case SpfMechanismKind.All:
                return rest.Length == 0 ? (bare, null) : (null, "takes nothing after its name");
            case SpfMechanismKind.Ip4 or SpfMechanismKind.Ip6:
                return ReadNetwork(bare, rest);
            case SpfMechanismKind.A or SpfMechanismKind.Mx:
                return ReadHost(bare, rest);
            case SpfMechanismKind.Include or SpfMechanismKind.Ptr or SpfMechanismKind.Exists:
                return ReadTarget(bare, rest, isOptional: bare.Kind == SpfMechanismKind.Ptr);
            default:
                throw ClosedSet.Outside(bare.Kind);
        }
    }

    private static (SpfTerm? Term, string? Fault) ReadNetwork(SpfMechanism bare, string rest)
    {
        bool isFour = bare.Kind == SpfMechanismKind.Ip4;
        int slash = rest.IndexOf('/');
        string address = slash < 0 ? rest : rest.Substring(0, slash);
        int? prefix = slash < 0 ? (isFour ? Bits4 : Bits6) : ReadPrefix(rest.Substring(slash + 1), isFour ? Bits4 : Bits6);
        if (address.Length < 2 || address[0] != ':')
        {
            return (null, $"has no address: write {(isFour ? "ip4:192.0.2.10" : "ip6:2001:db8::10")}");
        }

        string text = address.Substring(1);
        bool isAddress = IPv4Text.Is(text) == isFour && AddressSyntax.TryNormalise(text, out _);
        if (!isAddress)
        {
            return (null,
                isFour ? "has no IPv4 address in full: four numbers from 0 to 255 without leading zeros, no name" : "has no IPv6 address");
        }

        return prefix is { } bits
            ? (bare with { Address = AddressSyntax.Read(text), Prefix4 = isFour ? bits : Bits4, Prefix6 = isFour ? Bits6 : bits }, null)
            : (null, $"has a prefix length that is not 0 to {(isFour ? Bits4 : Bits6)}");
    }

    /// <summary>The prefix lengths stand at the end, because a name may hold slashes as well (12, domain-spec).</summary>
    private static (SpfTerm? Term, string? Fault) ReadHost(SpfMechanism bare, string rest)
    {
        int six = CutPrefix(rest, "//", out string tail6);
        string name = six < 0 ? rest : rest.Substring(0, six);
        int four = CutPrefix(name, "/", out string tail4);
        name = four < 0 ? name : name.Substring(0, four);
        int? prefix4 = four < 0 ? Bits4 : ReadPrefix(tail4, Bits4);
        int? prefix6 = six < 0 ? Bits6 : ReadPrefix(tail6, Bits6);
        if (prefix4 is null || prefix6 is null)
        {
            return (null, "has a prefix length that is not 0 to 32, or after two slashes 0 to 128");
        }

        return ReadTarget(bare with { Prefix4 = prefix4.Value, Prefix6 = prefix6.Value }, name, isOptional: true);
    }

    private static (SpfTerm? Term, string? Fault) ReadTarget(SpfMechanism bare, string rest, bool isOptional)
    {
        if (rest.Length == 0)
        {
            return isOptional ? (bare, null) : (null, "needs a domain");
        }

        if (rest[0] != ':')
        {
            return (null, "has something other than a colon and a domain after its name");
        }

        SpfMacroString? target = SpfMacroString.Read(rest.Substring(1), SpfMacroUse.Domain, out string? fault);
        return target is null ? (null, fault) : (bare with { Target = target }, null);
    }

    /// <summary>Where a prefix length at the end begins; -1 without one.</summary>
    private static int CutPrefix(string text, string mark, out string digits)
    {
        int start = text.Length;
        while (start > 0 && text[start - 1] is >= '0' and <= '9')
        {
            start--;
        }

        digits = text.Substring(start);
        int at = start - mark.Length;
        return digits.Length > 0 && at >= 0 && string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0 ? at : -1;
    }

    private static int? ReadPrefix(string digits, int most) =>
        digits.Length is > 0 and <= 3 && digits.All(c => c is >= '0' and <= '9') && (digits.Length == 1 || digits[0] != '0')
            && int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is int bits && bits <= most ? bits : null;

    private static bool IsNameCharacter(char c) => HostCharacters.IsLdh(c) || c is '_' or '.';

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
