using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Framework;

/// <summary>What the module makes of odd names and addresses, one line each.</summary>
internal static class NameAnswers
{
    private const int Names = 20_000;
    private const int Addresses = 20_000;
    private const int EndOfScripts = 0x3400;
    private const int StepBeyond = 37;

    public static IEnumerable<string> All() => Characters().Concat(Mixed()).Select(Name).Concat(AddressTexts().Select(Address));

    private static string Name(string text) => "name " + Shown(text) + " " + (Fqdn.TryParse(text, "Name", out Fqdn? name, out InputFault? fault) ? name.Value : fault.Id + " " + fault.Message);

    private static string Address(string text) => "address " + text + " " + (AddressSyntax.TryNormalise(text, out string? canonical) ? canonical : "refused");

    private static IEnumerable<string> Characters()
    {
        for (int point = 0x80; point < 0x1FFFF; point += point < EndOfScripts ? 1 : StepBeyond)
        {
            if (point is < 0xD800 or > 0xDFFF)
            {
                yield return "a" + char.ConvertFromUtf32(point) + "b.example";
            }
        }
    }

    private static IEnumerable<string> Mixed()
    {
        string[] parts =
        [
            "a", "Z", "0", "-", ".", "xn--", "xn--bcher-kva", "b\u00FCcher", "\u00DC", "u\u0308", "\u03A3", "\u03C2", "\u00DF", "\u0130", "\u0131", "\u017F", "\uFB01", "\u200C", "\u200D", "\u0646\u0627\u0645\u0647", "\u05D0",
            "\u0660", "\u06F0", "\u00B7", "l", "\u30FB", "\u30AB", "\u6771", "\uAC00", "\u1100\u1161\u11A8", "\u0915\u094D", "\u0301", "\u0345", "\u212B", "\uFF4D", "\u3002", "\uD83D\uDE00", "\uD800", "\u1E9E", "\uA64A", "\u10A0", "\u13A0", "\u1C90",
        ];
        Draw draw = new(7);
        for (int i = 0; i < Names; i++)
        {
            yield return string.Concat(Enumerable.Range(0, 1 + draw.Next(6)).Select(_ => draw.One(parts))) + draw.One(string.Empty, ".example");
        }
    }

    private static IEnumerable<string> AddressTexts()
    {
        Draw draw = new(11);
        for (int i = 0; i < Addresses; i++)
        {
            yield return string.Concat(Enumerable.Range(0, 1 + draw.Next(9)).Select(n => (n == 0 ? string.Empty : ":") + draw.One(string.Empty, "0", "1", "ffff", "DB8", "00a", "192.0.2.1", "5efe", "12345")));
        }
    }

    private static string Shown(string text)
    {
        StringBuilder shown = new();
        foreach (char c in text)
        {
            shown.Append(c is > ' ' and <= '~' ? c.ToString() : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return shown.ToString();
    }
}
