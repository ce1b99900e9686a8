using System.Collections.Generic;
using System.Text;

namespace ExchangeNamespace.Emission;

/// <summary>The parameters that end a line, and their text, which is written once.</summary>
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
