using System.Collections.Generic;
using System.Text;

namespace ExchangeNamespace.Emission;

/// <summary>Text for a <c>#</c> line: nothing that could end the comment and nothing beyond ASCII.</summary>
internal static class ScriptComment
{
    /// <summary>The line of a command, below what its runner must know.</summary>
    public static IEnumerable<string> WithCaution(ExchangeCommand command) => command.Caution is null ? [command.ToString()] : [Line(command.Caution), command.ToString()];

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
