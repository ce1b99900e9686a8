using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>
/// What an Active Directory site can be called: at most 63 characters (KB 909264), nothing that quotes, escapes, ends a line or is not
/// seen.
/// </summary>
internal static class SiteName
{
    private const int Maximum = 63;

    private static readonly char[] Refused = ['"', '\'', '`', '$', ';', '|', '\\'];

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= Maximum
        && name.IndexOfAny(Refused) < 0
        && !ShownText.HasHidden(name);

    /// <summary>In which words a text is refused.</summary>
    public static string Refusal(string name) =>
        $"'{VisibleText.Short(name)}' is not the name of an Active Directory site: it is empty, longer than {Maximum} characters, or has a "
            + "quote, $, ;, |, \\, a line break or another character that is not seen.";
}
