using System.Text;

namespace ExchangeNamespace.Emission;

/// <summary>
/// Text for a remark of a batch file: nothing in it that cmd.exe gives a meaning, and no slash with a question mark, which shows help
/// instead.
/// </summary>
internal static class CmdComment
{
    public static string Line(string text)
    {
        StringBuilder builder = new("REM ");
        foreach (char c in text)
        {
            builder.Append(c switch
            {
                '"' => '\'',
                '%' or '!' or '^' or '&' or '|' or '<' or '>' or '?' or < ' ' or > '~' => '_',
                _ => c,
            });
        }

        return builder.ToString().TrimEnd();
    }
}
