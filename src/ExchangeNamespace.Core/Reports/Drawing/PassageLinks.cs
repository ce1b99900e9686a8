using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The dashed lines from servers that get a request to those that serve it: down a channel beside the servers, one for each kind. What
/// they carry stands as text in the box that they lead to.
/// </summary>
internal static class PassageLinks
{
    private const int Channel = 12;
    private const int Below = 12;

    /// <summary>Adds the lines.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="scene">What is drawn.</param>
    /// <param name="blocks">The texts.</param>
    /// <param name="servers">The box of each row.</param>
    /// <param name="edge">The left edge of these boxes.</param>
    /// <param name="trunk">The channel nearest to them.</param>
    /// <param name="middle">The middle of the box of a row.</param>
    public static void Place(PictureBuilder picture, Scene scene, SceneBlocks blocks, IReadOnlyDictionary<int, int> servers, int edge,
        int trunk, Func<int, int> middle)
    {
        foreach (ScenePassage passage in scene.Passages.Where(p => p.Kind is not null))
        {
            int lane = passage.Kind == LinkKind.Proxied ? 0 : 1;
            int x = trunk - (lane * Channel);
            int shift = Below + (lane * 7);
            picture.AddLink(passage.Kind!.Value, servers[passage.From], servers[passage.To],
                [new(edge, middle(passage.From) + shift), new(x, middle(passage.From) + shift), new(x, middle(passage.To) + shift),
                    new(edge, middle(passage.To) + shift)],
                blocks.PassageText(passage));
        }
    }
}
