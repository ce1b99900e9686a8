using System.Collections.Generic;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>The text of one request.</summary>
/// <param name="Lines">Its lines, comments among them.</param>
/// <param name="Commands">The lines of them that Exchange runs.</param>
internal sealed record RequestText(IReadOnlyList<string> Lines, IReadOnlyList<ExchangeCommand> Commands);
