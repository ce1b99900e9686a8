using System.Collections.Generic;

namespace ExchangeNamespace.StandIn;

/// <summary>A command that bound: which parameter set resolved, and what each parameter received.</summary>
/// <param name="Cmdlet">Name of the cmdlet in Microsoft's casing.</param>
/// <param name="ParameterSet">The set that the engine resolved.</param>
/// <param name="Parameters">Catalogued parameters, common ones left out.</param>
public sealed record StandInCall(string Cmdlet, string ParameterSet, IReadOnlyDictionary<string, object?> Parameters);
