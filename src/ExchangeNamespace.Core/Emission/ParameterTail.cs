using System.Collections.Generic;
using System.Text;

namespace ExchangeNamespace.Emission;

/// <summary>
/// The parameters of a command after its identity. Servers that share an assignment share the tail and so its text,
/// which is why emission costs the same for a server whether it has one setting or ten.
/// </summary>
internal sealed class ParameterTail
{
    private string? _text;

    public ParameterTail(IReadOnlyList<CommandParameter> parameters) => Parameters = parameters;

    public IReadOnlyList<CommandParameter> Parameters { get; }

    public string Text => _text ??= Render();

    private string Render()
    {
        StringBuilder builder = new();
        foreach (CommandParameter parameter in Parameters)
        {
            builder.Append(' ').Append(parameter);
        }

        return builder.ToString();
    }
}
