using System.Collections.Generic;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>A change of a list, written <c>@{Add='a'; Remove='b'}</c>.</summary>
/// <param name="Add">Values to add.</param>
/// <param name="Remove">Values to remove.</param>
public sealed record MultiValueChange(IReadOnlyList<string> Add, IReadOnlyList<string> Remove);
