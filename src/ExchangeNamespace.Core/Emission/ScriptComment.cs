using System.Text;

namespace ExchangeNamespace.Emission;

/// <summary>Text for a <c>#</c> line: nothing that could end the comment and nothing beyond ASCII.</summary>
internal static class ScriptComment
{
    public static string Line(string text)
    {
        StringBuilder builder = new("# ");
        foreach (char c in text)
        {
            builder.Append(c is >= ' ' and <= '~' ? c : '?');
        }

        return builder.ToString().TrimEnd();
    }
}
