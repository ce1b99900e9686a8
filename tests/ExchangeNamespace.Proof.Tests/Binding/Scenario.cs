using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Proof.Binding;

/// <summary>The input of one plan, with a name for messages.</summary>
internal sealed record Scenario(string Name, IReadOnlyList<Dictionary<string, object?>> Servers, IReadOnlyList<(string Name, object? Value)> Members)
{
    public NamespacePlan Plan() => Plans.Make(Servers.ToArray<object>(), [.. Members]);

    /// <summary>The scenario with further members; a member that is there already is replaced.</summary>
    public Scenario With(string name, params (string Name, object? Value)[] members) => this with
    {
        Name = Name + ", " + name,
        Members = [.. Members.Where(m => members.All(n => n.Name != m.Name)), .. members],
    };

    public override string ToString() => Name;
}
