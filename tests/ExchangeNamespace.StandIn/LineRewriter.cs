using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;

namespace ExchangeNamespace.StandIn;

/// <summary>Turns static calls of <c>[System.IO.File]</c> into calls of the files in memory; nothing else of a line changes.</summary>
internal static class LineRewriter
{
    /// <summary>The variable that holds the bridge in every runspace.</summary>
    public const string BridgeVariable = "ExchangeStandIn";

    public static string Rewrite(string line)
    {
        if (!line.Contains("IO.File", StringComparison.OrdinalIgnoreCase))
        {
            return line;
        }

        ScriptBlockAst script = Parser.ParseInput(line, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            return line;
        }

        IEnumerable<InvokeMemberExpressionAst> calls = script
            .FindAll(node => node is InvokeMemberExpressionAst { Static: true, Expression: TypeExpressionAst type } && IsFile(type), true)
            .Cast<InvokeMemberExpressionAst>();
        string result = line;
        foreach (InvokeMemberExpressionAst call in calls.OrderByDescending(c => c.Expression.Extent.StartOffset))
        {
            result = result[..call.Expression.Extent.StartOffset] + "$" + BridgeVariable + ".Files." + result[call.Member.Extent.StartOffset..];
        }

        return result;
    }

    private static bool IsFile(TypeExpressionAst type) =>
        string.Equals(type.TypeName.FullName, "System.IO.File", StringComparison.OrdinalIgnoreCase)
        || string.Equals(type.TypeName.FullName, "IO.File", StringComparison.OrdinalIgnoreCase);
}
