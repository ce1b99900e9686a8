using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Design.Questions;

/// <summary>Why an answer was refused, in as few lines as a person reads: a fault that hundreds of servers share stands once.</summary>
internal static class RefusalNote
{
    public static string Of(IEnumerable<InputFault> refused) => string.Join("\n", refused.GroupBy(f => f.Id)
        .Select(g => g.First().Message + (g.Count() == 1 ? string.Empty
            : $" So it is with {(g.Count() - 1).ToString(CultureInfo.InvariantCulture)} more.")));
}
