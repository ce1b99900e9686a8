using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design.Questions;

/// <summary>What an answer of the form <c>name=value</c> names and the design does not have.</summary>
internal static class PairFaults
{
    public static void Find(string key, string noun, IEnumerable<AnswerItem> items, IReadOnlyCollection<string> names,
        ICollection<InputFault> faults)
    {
        foreach (AnswerItem item in items.Where(i => i.Name is not null && !names.Any(i.Fits)))
        {
            faults.Add(Unknown(key, noun, item.Name!, names));
        }
    }

    public static InputFault Unknown(string key, string noun, string name, IReadOnlyCollection<string> names) =>
        new(FaultIds.ValueNotListed, key, name,
            $"'{VisibleText.Short(name)}' is no {noun} of the design. Its {noun}s are "
                + $"{NameList.Describe([.. names.Select(AnswerText.Typed)])}.");
}
