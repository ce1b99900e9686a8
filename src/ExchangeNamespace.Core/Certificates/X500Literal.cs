using System.Linq;

namespace ExchangeNamespace.Certificates;

/// <summary>
/// A value inside a distinguished name in the text form that <c>X500DistinguishedName</c> and certreq read (CertStrToName):
/// whatever could end or change the value is put in double quotes, and a double quote inside is doubled.
/// </summary>
internal static class X500Literal
{
    public static string Quote(string value) => NeedsQuotes(value) ? "\"" + value.Replace("\"", "\"\"") + "\"" : value;

    private static bool NeedsQuotes(string value) =>
        value.Length == 0
        || char.IsWhiteSpace(value[0])
        || char.IsWhiteSpace(value[value.Length - 1])
        || value.Any(c => c is ',' or '+' or '=' or '"' or '<' or '>' or '#' or ';' or '\\');
}
