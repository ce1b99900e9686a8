using System.Linq;
using System.Text;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Emission;

/// <summary>Text for a <c>#</c> line: nothing that could end the comment and nothing beyond ASCII.</summary>
internal static class ScriptComment
{
    /// <summary>Stands instead of a text that PowerShell would take for a signature.</summary>
    public const string LeftOut = "# (a text is left out here, because PowerShell would take it for the beginning of a signature block)";

    private const string Signature = "sig#beginsignatureblock";

    /// <summary>PowerShell counts up to nine changes as alike, once the spaces are gone.</summary>
    private const int Alike = 12;

    /// <summary>
    /// A comment. PowerShell takes one that resembles the beginning of a signature block for that beginning and refuses the lines behind
    /// it, so its text is left out, and the comment says so.
    /// </summary>
    public static string Line(string text)
    {
        if (ResemblesSignature(text))
        {
            return LeftOut;
        }

        StringBuilder builder = new("# ");
        foreach (char c in text)
        {
            builder.Append(c is >= ' ' and <= '~' ? c : '?');
        }

        return builder.ToString().TrimEnd();
    }

    private static bool ResemblesSignature(string text)
    {
        string letters = string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Take(Signature.Length + Alike)).ToLowerInvariant();
        return letters.Length > Signature.Length - Alike && letters.Length < Signature.Length + Alike
            && EditDistance.Of(letters, Signature) < Alike;
    }
}
